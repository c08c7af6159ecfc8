"""A site with real content: books, an order on its way, pictures and a private file, each in a folder of its own."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import connection, connections

from network.ledger.seal import seal_books
from tests.books import fund, give, write_a_past
from tests.databases import databases
from tests.marketplace.buying import create_goods, create_holder, create_order
from tests.servers import postgresql_binaries


@pytest.fixture
def folders(tmp_path, settings):
    """Where the site keeps its files, until the restored ones stand there."""
    settings.MEDIA_ROOT = tmp_path / "site" / "media"
    settings.VAR = tmp_path / "site"
    settings.VAR.mkdir()
    options = {"location": settings.VAR / "private"}
    private = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": options}
    default = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.STORAGES = settings.STORAGES | {"private": private, "default": default}
    settings.BACKUP_FOLDER, settings.BACKUP_KEY = tmp_path / "backups", ""
    return settings.VAR


@pytest.fixture
def site(own_database, folders, settings):
    """The database's name; afterwards whatever a restore made or pushed aside is gone."""
    if connection.vendor == "postgresql":
        settings.POSTGRESQL_BIN = str(postgresql_binaries())
    write_a_past(2)
    seal_books()
    give(fund(), 1_00, key="unsealed")
    create_holder()
    create_order(*create_goods())
    storages["default"].save("original/ลูกหยี.jpg", ContentFile(b"a picture" * 1000))
    storages["private"].save("slips/one.png", ContentFile(b"a slip"))
    yield own_database
    drop_leftovers(own_database)


def drop_leftovers(name):
    connections.close_all()
    if connection.vendor == "postgresql":
        maker = databases()
        for (left,) in maker.run("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", f"{name}_"):
            maker.drop(left)
