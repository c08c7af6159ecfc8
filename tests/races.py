"""Letting rivals start at the same moment, each in a thread and a database connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connections


def race(*rivals):
    """Call all rivals at once; returns what each returned or raised. Needs the fixture `own_database`."""
    gate = Barrier(len(rivals))

    def run(rival):
        gate.wait()
        try:
            return rival()
        except Exception as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(rivals)) as pool:
        return list(pool.map(run, rivals))


def breaks(attempt, times=10):
    """How many of so many attempts broke the rule; each returns whether it did."""
    return sum(bool(attempt(number)) for number in range(times))
