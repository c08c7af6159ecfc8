"""Waiting for a lock, but not for long: better told to try again than left waiting."""

from contextlib import contextmanager

from django.db import OperationalError, connection, transaction

LONGEST_WAIT = 3  # seconds on PostgreSQL; SQLite's own busy timeout is in the settings
BUSY_STATES = {"55P03", "40P01", "40001"}  # lock not available, deadlock, serialization


class TryAgain(Exception):
    """Others hold what is needed for too long. Nothing was changed; the same a moment later may succeed (503)."""


@contextmanager
def patience(seconds=LONGEST_WAIT):
    """A transaction, or a savepoint in one, that waits at most so long for each lock; raises TryAgain."""
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SELECT set_config('lock_timeout', %s, true)", [f"{seconds}s"])
            yield
    except OperationalError as error:
        if is_busy(error):
            raise TryAgain from error
        raise


def is_busy(error):
    """Whether the database said no only because others were first."""
    cause = error.__cause__
    state, name = getattr(cause, "sqlstate", None), getattr(cause, "sqlite_errorname", "")
    return state in BUSY_STATES or name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
