"""Undoing: an entry is never changed, another one gives its amounts back."""

from datetime import datetime

from network.ledger.models import Entry, Transfer

from .post import post_entry


def reverse_entry(
    entry: Entry,
    *,
    key: str,
    kind: str = "reversal",
    amounts: dict[int, int] | None = None,
    happened_at: datetime | None = None,
    private: dict | None = None,
) -> Entry:
    """Give back what the entry's transfers moved, or a part of it; returns the reversing entry.

    `amounts` says how much of which transfer: {n: minor units}; without it, everything. The database counts
    what earlier reversals gave back. Raises NotReversible for more than a transfer moved, Overdrawn if the
    money is no longer there, ValueError for a transfer that moved nothing (pending or void) or is not there.
    """
    moved = {row.n: row for row in moving(entry)}
    amounts = {n: row.amount for n, row in moved.items()} if amounts is None else amounts
    if unknown := set(amounts) - set(moved):
        raise ValueError(f"{entry} moved nothing by {sorted(unknown)}")
    rows = [undo(moved[n], amount) for n, amount in sorted(amounts.items(), reverse=True) if amount]
    return post_entry(key=key, kind=kind, transfers=rows, happened_at=happened_at, private=private)


def moving(entry):
    still = [Transfer.Kind.PENDING, Transfer.Kind.VOID]
    return entry.transfers.exclude(kind__in=still).select_related("entry", "debit", "credit")


def undo(row, amount):
    return Transfer(kind=Transfer.Kind.REVERSAL, debit=row.credit, credit=row.debit, amount=amount, origin=row)
