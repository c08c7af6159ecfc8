"""A pledge's money comes in, stays away, or goes back."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from funding.models import Pledge
from funding.signals import pledge_captured, pledge_refunded
from network.clock import now
from network.ledger.accounts import open_account
from network.ledger.actions import Transfer, post_entry, recover_debt
from network.ledger.models import Account
from network.outbox.actions import promise


@transaction.atomic
def capture_pledge(pledge: Pledge, *, paid_from: Account, at: datetime | None = None) -> Pledge:
    """Move a pledge's money into its fund, exactly once.

    A provider may report a payment twice, late, or to two workers at once. The conditional UPDATE lets one
    caller win on either database; everyone else returns having written nothing. A pledge that had lapsed is
    still welcome when its money comes.
    """
    at = at or now()
    if Pledge.objects.open().filter(pk=pledge.pk).update(status=Pledge.Status.CAPTURED, captured_at=at):
        transfer = Transfer(debit=paid_from, credit=pledge.fund.available, amount=pledge.amount)
        post_entry(key=f"{pledge.ref}:captured", kind="pledge", transfers=[transfer], happened_at=at)
        recover_debt(
            pledge.fund.available,
            receivable=pledge.fund.receivable_code,
            key=f"{pledge.ref}:recovered",
            happened_at=at,
        )
        promise("funding.receipt", {"pledge": pledge.pk}, key=pledge.ref)
        pledge_captured.send(Pledge, pledge=pledge)
    pledge.refresh_from_db()
    return pledge


def lapse_pledge(pledge):
    """The payment ended without money; nothing was booked, nothing is undone."""
    Pledge.objects.filter(pk=pledge.pk, status=Pledge.Status.OPEN).update(status=Pledge.Status.LAPSED)


@transaction.atomic
def return_pledge(pledge, *, amount, key, at=None):
    """Let `amount` satang of a captured pledge go back; returns the account that the refund is paid from.

    What the fund no longer holds is booked to a receivable of the fund, in public, and recovered from what
    comes in next: no balance goes below zero.
    """
    Pledge.objects.filter(pk=pledge.pk).update(refunded=F("refunded") + amount)
    Pledge.objects.filter(pk=pledge.pk, refunded=F("amount")).update(status=Pledge.Status.REFUNDED)
    fund = pledge.fund
    missing = amount - max(0, fund.available.available())
    if missing > 0:
        receivable = open_account(fund.receivable_code, side="debit", book=fund.book, title="Owed by the fund")
        transfer = Transfer(debit=receivable, credit=fund.available, amount=missing)
        post_entry(key=f"{key}:receivable", kind="receivable", transfers=[transfer], happened_at=at)
    pledge.refresh_from_db()
    if pledge.status == Pledge.Status.REFUNDED:
        promise("funding.void_receipt", {"pledge": pledge.pk}, key=f"void:{pledge.ref}")
    pledge_refunded.send(Pledge, pledge=pledge)
    return fund.available
