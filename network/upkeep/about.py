"""What a backup says about itself, and whether this release of the site can take it."""

from importlib.metadata import version

import django
from django.conf import settings
from django.db import connection

from network.ledger.summary import summary_of_books
from network.ledger.verify import digest_of

from .exceptions import ArchiveUnusable
from .signs import applied_migrations, known_migrations

VENDOR_NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def about_now(made_at, places):
    """Read in the snapshot that is backed up."""
    applied = sorted(applied_migrations())
    return {
        "site": settings.SITE_URL,
        "made_at": made_at.isoformat(),
        "vendor": connection.vendor,
        "versions": {"django": django.__version__, "wagtail": version("wagtail"), "oscar": version("django-oscar")},
        "migrations": applied,
        "apps": sorted(newest_of(known_migrations())),
        "schema": digest_of(*applied),
        "places": sorted(places),
        "books": summary_of_books(),
    }


def demand_fitting(about):
    """Raises ArchiveUnusable for a backup of the other database, or of a release that knows more than this one."""
    try:
        vendor, applied, _apps = about["vendor"], about["migrations"], about["apps"]
    except (TypeError, KeyError):
        raise ArchiveUnusable("This file is no backup of this site.") from None
    if vendor != connection.vendor:
        there, here = VENDOR_NAMES.get(vendor, vendor), VENDOR_NAMES[connection.vendor]
        raise ArchiveUnusable(f"The backup was made from {there}, and this site runs on {here}: see DATABASE_URL.")
    ours = newest_of(known_migrations())
    theirs = newest_of(name for name in applied if name.partition(".")[0] in about["apps"])
    if newer := sorted(app for app, name in theirs.items() if name > ours.get(app, "")):
        raise ArchiveUnusable(
            "The backup was made by a newer release of the site, or by another one:"
            f" {newer[0]}.{theirs[newer[0]]} is not known here."
        )


def newest_of(migrations):
    """{app: its last migration's name}; tables remember many that their apps have folded into others since."""
    newest = {}
    for app, _, name in (migration.partition(".") for migration in migrations):
        newest[app] = max(name, newest.get(app, ""))
    return newest


def to_migrate(about):
    """Whether the backup is older than this release: `migrate` then brings it up to date."""
    return bool(known_migrations() - set(about["migrations"]))
