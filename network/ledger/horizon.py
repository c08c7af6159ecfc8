"""The ids below which no row can appear any more."""

import time
from typing import NamedTuple

from django.db import connection

IDS = "SELECT coalesce((SELECT max(id) FROM ledger_entry), 0), coalesce((SELECT max(id) FROM ledger_transfer), 0)"
PAUSE = 0.005


class Horizon(NamedTuple):
    entry: int
    transfer: int


def find_horizon(wait):
    """Read the newest ids and wait until every transaction that could still add older ones has ended.

    Returns None if one of them takes longer than `wait` seconds. SQLite has one writer, so ids commit in order.
    On PostgreSQL a transaction takes its own id before it draws row ids (a trigger sees to that): once all
    transactions up to one begun after the reading are over, nothing at or below what was read is still to come.

    Raises RuntimeError inside a PostgreSQL transaction, which would wait for itself.
    """
    ids = Horizon(*ask(IDS))
    if connection.vendor != "postgresql":
        return ids
    if connection.in_atomic_block:
        raise RuntimeError("The sealer looks for its horizon outside of transactions.")
    (after,) = ask("SELECT pg_current_xact_id()::text::bigint")
    deadline = time.monotonic() + wait
    while ask("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")[0] <= after:
        if time.monotonic() > deadline:
            return None
        time.sleep(PAUSE)
    return ids


def ask(query):
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchone()
