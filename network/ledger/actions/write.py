"""The one place where rows reach the books: a single statement on PostgreSQL, one transaction on SQLite."""

from django.db import connection, transaction

POST = (
    "SELECT ledger_post(%s, %s, %s, %s, %s, %s, %s, %s, %s,"
    " %s::text[], %s::text[], %s::int8[], %s::int8[], %s::int8[], %s::int8[], %s::int8[], %s::timestamptz[])"
)

# ON CONFLICT would meet the trigger that refuses replacement.
INSERT_ENTRY = (
    "INSERT INTO ledger_entry (key, kind, day, happened_at, recorded_at, size, private_digest, digest)"
    " SELECT %s, %s, %s, %s, %s, %s, %s, %s WHERE NOT EXISTS (SELECT 1 FROM ledger_entry WHERE key = %s) RETURNING id"
)
INSERT_NOTE = "INSERT INTO ledger_privatenote (entry_id, salt, facts) VALUES (%s, %s, %s)"
INSERT_TRANSFER = (
    "INSERT INTO ledger_transfer"
    " (entry_id, n, kind, unit, debit_id, credit_id, amount, hold, origin_id, expires_at)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING id"
)


def write_entry(entry, note, rows):
    """The ids of the entry and of its transfers in order, or None if the key stands already.

    A refusal marks the surrounding transaction for rollback on both databases alike.
    """
    if connection.vendor == "postgresql":
        with transaction.mark_for_rollback_on_error():
            return write_at_once(entry, note, rows)
    with transaction.atomic(savepoint=False):
        return write_row_by_row(entry, note, rows)


def columns(row):
    return (row.kind, row.unit, row.debit_id, row.credit_id, row.amount, row.hold, row.origin_id, row.expires_at)


def write_at_once(entry, note, rows):
    head = [entry.key, entry.kind, entry.day, entry.happened_at, entry.recorded_at, entry.private_digest, entry.digest]
    with connection.cursor() as cursor:
        cursor.execute(POST, [*head, *note, *map(list, zip(*map(columns, rows), strict=True))])
        return cursor.fetchone()[0]


def write_row_by_row(entry, note, rows):
    adapt = connection.ops.adapt_datetimefield_value
    times = adapt(entry.happened_at), adapt(entry.recorded_at)
    head = [entry.key, entry.kind, entry.day.isoformat(), *times, entry.size, entry.private_digest, entry.digest]
    with connection.cursor() as cursor:
        cursor.execute(INSERT_ENTRY, [*head, entry.key])
        if not (found := cursor.fetchone()):
            return None
        cursor.execute(INSERT_NOTE, [*found, *note])
        return [found[0], *(write_transfer(cursor, found[0], row) for row in rows)]


def write_transfer(cursor, entry_id, row):
    *values, expires_at = columns(row)
    expires_at = connection.ops.adapt_datetimefield_value(expires_at)
    cursor.execute(INSERT_TRANSFER, [entry_id, row.n, *values, expires_at])
    return cursor.fetchone()[0]
