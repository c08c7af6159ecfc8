"""The one clock: the database's time, read once per transaction.

Hosts disagree about the time; the database that they share does not. SQL gets the time as a parameter, so that a
deadline falls at one moment for everybody. An action that may speak of the past (demo content, imports) takes
`at=None` and means `at or now()`: what is said about one event in one thread moves nobody else's clock.
"""

from contextlib import contextmanager
from datetime import UTC, datetime

from django.db import connections

READ = {
    "sqlite": "SELECT strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')",
    "postgresql": "SELECT transaction_timestamp()",
}


def now():
    """The time, aware and in UTC; the same throughout a transaction."""
    return _source()


@contextmanager
def frozen(at):
    """Let the clock of this whole process stand at that time: for tests, and commands that tell a past."""
    if at.tzinfo is None:
        raise ValueError("The clock needs a time with a zone.")
    with _shown_by(lambda: at.astimezone(UTC)):
        yield


@contextmanager
def moved(by):
    """Let the clock of this whole process go on, that much later (or earlier): for tests."""
    before = _source
    with _shown_by(lambda: before() + by):
        yield


def _of_the_database():
    connection = connections["default"]
    if not connection.in_atomic_block:
        return _read(connection)
    # Django puts a new list in this place whenever a transaction ends, whichever way it ends.
    transaction = connection.run_on_commit
    seen_in, at = getattr(connection, "clock_reading", (None, None))
    if seen_in is not transaction:
        at = _read(connection)
        connection.clock_reading = transaction, at
    return at


def _read(connection):
    with connection.cursor() as cursor:
        cursor.execute(READ[connection.vendor])
        [at] = cursor.fetchone()
    return (datetime.fromisoformat(at) if isinstance(at, str) else at).astimezone(UTC)


_source = _of_the_database


@contextmanager
def _shown_by(source):
    global _source  # noqa: PLW0603
    before, _source = _source, source
    try:
        yield
    finally:
        _source = before
