"""The database as the last reader of every rule: one list of triggers per database.

SQLite rebuilds a table on an alteration and forgets its triggers without a word, and a trigger that names a
table being rebuilt fails the migration. So they are lifted before a migration and installed after it.
"""

from . import postgresql, sqlite

DATABASES = {"postgresql": postgresql, "sqlite": sqlite}


def lift(connection):
    """Take the triggers away, present or not."""
    run(connection, DATABASES[connection.vendor].lifting())


def install(connection):
    """Put the triggers of this release in place of whatever is there."""
    lift(connection)
    run(connection, DATABASES[connection.vendor].installing())


def missing(connection):
    """The names of triggers that are absent, switched off or say something else."""
    with connection.cursor() as cursor:
        return sorted(DATABASES[connection.vendor].missing(cursor))


def run(connection, statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)  # no parameters: a % is only text
