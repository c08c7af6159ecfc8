"""For the twins of race tests: a database that no longer refuses by itself, so that a missing guard shows."""

from contextlib import contextmanager

from django.db import connection, connections
from django.db.backends.signals import connection_created


def ignore_checks(connection, **_more):
    connection.cursor().execute("PRAGMA ignore_check_constraints = ON")


@contextmanager
def lift_check(table, constraint):
    """Take one check away (SQLite cannot name one: there all are ignored). Needs the fixture `own_database`."""
    if connection.vendor == "postgresql":
        connection.cursor().execute(f"ALTER TABLE {table} DROP CONSTRAINT {constraint}")
        yield
        return
    connection_created.connect(ignore_checks, dispatch_uid=constraint)
    connections.close_all()
    yield
    connection_created.disconnect(dispatch_uid=constraint)
    connections.close_all()
