"""Promise 42: on a disk with two megabytes left, writing is refused and nothing is half; with room again it goes on."""

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from secrets import token_hex

import pytest
from django.db import DatabaseError, connection, connections

from network.ledger.audit import audit
from network.ledger.models import Entry
from network.ledger.seal import seal_books
from tests.books import fund, give
from tests.databases import SQLiteDatabases
from tests.promises.database_server import speaking_to
from tests.servers import PostgreSQL

LEFT = 2 * 1024**2  # bytes


@pytest.fixture
def disk():
    """A small file system of our own, where PostgreSQL's user comes too."""
    place = Path(tempfile.mkdtemp(prefix="chanchala-disk-"))
    mount = ["mount", "-t", "tmpfs", "-o", "size=400m,mode=755", "tmpfs", place]
    place.chmod(0o755)
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode:
        place.rmdir()
        pytest.skip("only root may mount a small disk")
    yield place
    connections.close_all()
    subprocess.run(["umount", "--lazy", place], check=True)
    place.rmdir()


@pytest.fixture
def database(disk, own_database):
    """On that disk: yields what brings it back to life once there is room again."""
    if connection.vendor == "sqlite":
        with on_the_disk(Path(own_database), disk):
            yield lambda: None
        return
    server = PostgreSQL(may_crash=True, place=disk)
    with speaking_to(server):
        yield lambda: revive(server)


@contextmanager
def on_the_disk(path, disk):
    settings = connections["default"].settings_dict
    SQLiteDatabases.copy_file(path, disk / "site.sqlite3")
    connections.close_all()
    settings["NAME"] = str(disk / "site.sqlite3")
    try:
        yield
    finally:
        connections.close_all()
        settings["NAME"] = str(path)


def revive(server):
    """PostgreSQL gives up when its log finds no room, as it should; whoever watches it starts it again."""
    with suppress(subprocess.TimeoutExpired):
        server.process.wait(timeout=1)
    if server.process.poll() is not None:
        server.start()


def fill(disk):
    """Leave two megabytes."""
    filler = disk / "filler"
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, shutil.disk_usage(disk).free - LEFT)
    return filler


def write_until_refused():
    """The keys of what was acknowledged before the disk said no."""
    told = []
    with suppress(DatabaseError):
        for n in count():
            give(fund(), 1_00, key=f"gift:{n}", private={"note": token_hex(20_000)})
            told.append(f"gift:{n}")
            assert n < 20_000, "the disk is not full yet"
    return told


@pytest.mark.promise(42)
def test_a_full_disk_refuses_and_leaves_the_books_whole(database, disk):
    give(fund(), 1_00, key="before")
    filler = fill(disk)

    told = write_until_refused()
    with pytest.raises(DatabaseError):
        give(fund(), 1_00, key="refused", private={"note": token_hex(1_500_000)})
    connections.close_all()
    filler.unlink()
    database()

    kept = set(Entry.objects.values_list("key", flat=True))
    assert len(told) > 10
    assert {"before", *told} <= kept
    assert len(kept) <= len(told) + 2  # at most the one whose answer was lost
    assert "refused" not in kept
    give(fund(), 1_00, key="after")
    assert seal_books() == len(kept) + 1
    assert audit() == []
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
