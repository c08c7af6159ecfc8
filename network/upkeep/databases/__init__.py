"""What a backup needs of a database, once for SQLite and once for PostgreSQL."""

from django.db import connection

from .postgresql import PostgreSQL
from .sqlite import SQLite

VENDORS = {"sqlite": SQLite, "postgresql": PostgreSQL}


def site_database():
    """The database of this site, as its settings name it; it need not exist yet."""
    return VENDORS[connection.vendor](connection.settings_dict)
