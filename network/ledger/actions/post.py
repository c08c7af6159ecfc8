"""Posting an entry: once per key, all of its transfers or none."""

from collections.abc import Iterable
from contextlib import contextmanager
from datetime import datetime

from django.db import DatabaseError, connection
from django.utils.timezone import localdate

from network.clock import now
from network.ledger.accounts import demand_opaque
from network.ledger.digests import facts_of, new_salt, private_digest, stamp
from network.ledger.exceptions import AlreadyResolved, KeyReused, NotReversible, Overdrawn
from network.ledger.models import Entry, Transfer
from network.ledger.verify import entry_digest

from .order import inflows_first
from .write import write_entry


def post_entry(
    *,
    key: str,
    kind: str,
    transfers: Iterable[Transfer],
    happened_at: datetime | None = None,
    private: dict | None = None,
) -> Entry:
    """Write an entry and return it; with a key that stands already, return the first one, writing nothing.

    `transfers` are unsaved Transfers with debit, credit and amount (satang, or the account's minor unit).
    `private` is a JSON-able dict that the public never reads and that can be erased. The time is not part of
    what a replay must match: two workers that race with one key each bring their own.

    Raises KeyReused if the key names other content; Overdrawn if a limited account holds too little;
    NotReversible and AlreadyResolved for what `reverse_entry` and `post_pending` write; TypeError and
    ValueError for amounts that are not whole and positive. The surrounding transaction must then roll back,
    on either database; whoever wants to go on wraps the call in an `atomic()` of its own.

    Several entries in one PostgreSQL transaction may deadlock with another's (OperationalError, 40P01):
    nothing is written, and the caller tries the whole transaction again.
    """
    rows = inflows_first([completed(transfer) for transfer in transfers])
    entry, note = compose(key, kind, rows, happened_at, private)
    with refusals_named():
        ids = write_entry(entry, note, rows)
    return written(entry, rows, ids) if ids else first_entry(entry, note, rows)


def completed(transfer: Transfer) -> Transfer:
    """The row's unit from its account; whole and positive amounts only."""
    if type(transfer.amount) is not int:
        raise TypeError(f"An amount is a whole number of minor units, not {transfer.amount!r}")
    if transfer.amount <= 0:
        raise ValueError(f"An amount is more than nothing, not {transfer.amount}")
    if transfer.debit.unit != transfer.credit.unit:
        raise ValueError(f"{transfer.debit} counts {transfer.debit.unit}, {transfer.credit} {transfer.credit.unit}")
    transfer.unit = transfer.debit.unit
    return transfer


def compose(key, kind, rows, happened_at, private):
    """The unsaved entry with its digests, and (salt, facts) of its private note."""
    if not rows:
        raise ValueError("An entry has at least one transfer.")
    recorded_at = now()
    happened_at = happened_at or recorded_at
    salt, facts = new_salt(), facts_of(private)
    for n, row in enumerate(rows, 1):
        row.n = n
    expiries = [stamp(row.expires_at) for row in rows]
    hidden = private_digest(salt, facts, stamp(happened_at), stamp(recorded_at), expiries)
    entry = Entry(
        key=demand_opaque(key),
        kind=kind,
        day=localdate(happened_at),
        happened_at=happened_at,
        recorded_at=recorded_at,
        size=len(rows),
        private_digest=hidden,
    )
    entry.digest = digest_with(entry, rows)
    return entry, (salt, facts)


def digest_with(entry, rows):
    return entry_digest(entry.key, entry.kind, entry.day.isoformat(), entry.private_digest, map(public_row, rows))


def public_row(row):
    origin = f"{row.origin.entry.key}#{row.origin.n}" if row.origin else ""
    return [row.n, str(row.kind), row.unit, row.debit.code, row.credit.code, row.amount, origin]


def written(entry, rows, ids):
    entry.pk, *transfer_ids = ids
    for row, pk in zip(rows, transfer_ids, strict=True):
        row.pk, row.entry = pk, entry
    for saved in (entry, *rows):
        saved._state.adding, saved._state.db = False, connection.alias
    return entry


def first_entry(entry, note, rows):
    """The entry that took the key first, if it says the same."""
    first = Entry.objects.select_related("private_note").get(key=entry.key)
    retold = Entry(key=first.key, kind=entry.kind, day=first.day, private_digest=first.private_digest)
    kept = getattr(first, "private_note", None)
    if digest_with(retold, rows) != first.digest or (kept and kept.facts != note[1]):
        raise KeyReused(f"{entry.key} names another entry")
    return first


REFUSALS = {
    "would be overdrawn": Overdrawn,
    "reverses more than was moved": NotReversible,
    "transfer_resolved_once": AlreadyResolved,
    "row of ledger_transfer is never replaced": AlreadyResolved,
}


@contextmanager
def refusals_named():
    """Say in the books' own words what the database refused; other errors pass as they are."""
    try:
        yield
    except DatabaseError as error:
        for text, refusal in REFUSALS.items():
            if text in str(error):
                raise refusal(str(error)) from error
        raise
