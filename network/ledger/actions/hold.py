"""Setting money aside, and ending that once: posted for at most its amount, or voided."""

from datetime import datetime

from django.db import transaction

from network.ledger.models import Account, Entry, Transfer
from network.outbox.actions import promise

from .post import post_entry


@transaction.atomic(savepoint=False)
def hold_transfer(
    *,
    key: str,
    kind: str,
    debit: Account,
    credit: Account,
    amount: int,
    expires_at: datetime | None = None,
    happened_at: datetime | None = None,
    private: dict | None = None,
) -> Transfer:
    """Set an amount aside until it is posted or voided; returns the pending Transfer.

    It is out of reach of the drained account at once and reaches the other only when posted. What is neither
    posted nor voided at `expires_at` is voided by a promise.
    Raises what `post_entry` raises.
    """
    pending = Transfer(kind=Transfer.Kind.PENDING, debit=debit, credit=credit, amount=amount, expires_at=expires_at)
    entry = post_entry(key=key, kind=kind, transfers=[pending], happened_at=happened_at, private=private)
    if expires_at:
        promise("ledger.expire", {"key": key}, key=key, due=expires_at)
    return entry.transfers.select_related("entry", "debit", "credit").get()


def post_pending(
    pending: Transfer,
    *,
    key: str,
    kind: str,
    amount: int | None = None,
    happened_at: datetime | None = None,
    private: dict | None = None,
) -> Entry:
    """Move the pending amount, or less of it, for good; the rest is free again. Returns the entry.

    Raises AlreadyResolved if it was posted or voided before, ValueError above the amount held.
    """
    amount = pending.amount if amount is None else amount
    if amount > pending.amount:
        raise ValueError(f"Only {pending.amount} is held, not {amount}")
    return end(pending, Transfer.Kind.POST, amount, key=key, kind=kind, happened_at=happened_at, private=private)


def void_pending(
    pending: Transfer, *, key: str, kind: str, happened_at: datetime | None = None, private: dict | None = None
) -> Entry:
    """Free what was set aside; returns the entry. Raises AlreadyResolved."""
    outcome = {"key": key, "kind": kind, "happened_at": happened_at, "private": private}
    return end(pending, Transfer.Kind.VOID, pending.amount, **outcome)


def end(pending, how, amount, **entry):
    row = Transfer(
        kind=how, debit=pending.debit, credit=pending.credit, amount=amount, hold=pending.amount, origin=pending
    )
    return post_entry(transfers=[row], **entry)
