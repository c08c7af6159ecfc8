"""Money back to its payer: asked for once, followed until the provider or the treasurer says it arrived."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from network.clock import now
from network.ledger.accounts import open_account
from network.ledger.actions import Transfer, post_entry
from network.outbox.actions import promise
from network.payments.exceptions import RefundTooLarge
from network.payments.gateways import gateway_of
from network.payments.models import AttemptPart, PaymentAttempt, Refund
from network.payments.registry import payable_of
from network.payments.signals import refund_ended, refund_needs_account

from .suspended import owed_back, received_account

# A refund by hand is a task with a clock.
DUE = timedelta(days=3)
Status = Refund.Status
GUARDED = True  # the twin of the race test takes the guard away, to show that nothing else holds


@transaction.atomic
def ask_refund(
    part: AttemptPart, *, amount: int, reason: str, key: str, unwound: bool = False, at: datetime | None = None
) -> Refund:
    """Owe `amount` satang of a paid part back to its payer, once per key.

    The cap is the database's: more than was paid can never be asked back, by however many callers at once.
    `unwound` says that the part was never fulfilled, so that the money still stands in `received`.
    Raises RefundTooLarge.
    """
    AttemptPart.objects.select_for_update(no_key=True).get(pk=part.pk)  # a double click waits, and finds the first
    existing = Refund.objects.filter(key=key).first()
    if existing:
        return existing
    attempt, asked = part.attempt, at or now()
    room = Q(refunded__lte=F("amount") - amount) if GUARDED else Q()
    of_part = AttemptPart.objects.filter(room, pk=part.pk)
    of_all = PaymentAttempt.objects.filter(room, pk=attempt.pk, status__in=PaymentAttempt.MONEY_IN)
    if not all(paid.update(refunded=F("refunded") + amount) for paid in (of_part, of_all)):
        raise RefundTooLarge
    refund = Refund.objects.create(
        part=part, key=key, amount=amount, reason=reason[:300], asked_at=asked, due_at=asked + DUE
    )
    source = (
        received_account(attempt)
        if unwound
        else payable_of(part).unwind(part, amount=amount, refund_key=refund.ref, at=asked)
    )
    transfers = [Transfer(debit=source, credit=owed_back(attempt), amount=amount)]
    post_entry(key=f"{refund.ref}:asked", kind="refund asked", transfers=transfers, happened_at=asked)
    if gateway_of(attempt).sends_refunds:
        promise("payments.refund", {"refund": refund.pk}, key=f"refund:{refund.pk}")
    else:
        move(refund, Status.NEEDS_ACCOUNT)
        refund_needs_account.send(Refund, refund=refund)
    return refund


def follow_refund(refund: Refund, *, at: datetime | None = None) -> Refund:
    """Ask the provider to send the refund, or how it stands, and follow; never inside a transaction."""
    outcome = gateway_of(refund.part.attempt).refund(refund)
    if outcome.provider_ref and not refund.provider_ref:
        Refund.objects.filter(pk=refund.pk).update(provider_ref=outcome.provider_ref)
    return end_refund(refund, outcome.status, at=at)


@transaction.atomic
def end_refund(refund: Refund, status: str, *, at: datetime | None = None, bank_reference: str = "") -> Refund:
    """Move a refund on if the table allows it, and book its arrival or its failure, once each."""
    refund.refresh_from_db()
    before = refund.status
    if before == status or not move(refund, status, ended_at=at or now(), bank_reference=bank_reference):
        return refund
    if status == Status.SUCCEEDED:
        book_return(refund, at)
    elif before == Status.SUCCEEDED:
        book_return(refund, at, failed=True)
    if status == Status.NEEDS_ACCOUNT:
        refund_needs_account.send(Refund, refund=refund)
    elif status != Status.PENDING:
        refund_ended.send(Refund, refund=refund)
    return refund


def book_return(refund, at, failed=False):
    """The money has left the bank, or came back to it: the debt to the payer ends, or stands again."""
    attempt = refund.part.attempt
    code, title = gateway_of(attempt).cash_account(attempt)
    cash, debt = open_account(code, side="debit", title=title), owed_back(attempt)
    way = {"debit": cash, "credit": debt} if failed else {"debit": debt, "credit": cash}
    post_entry(
        key=f"{refund.ref}:{'failed' if failed else 'returned'}",
        kind="refund failed" if failed else "refund",
        transfers=[Transfer(amount=refund.amount, **way)],
        happened_at=at,
    )


def move(refund, status, **fields):
    """One conditional step of the state machine; returns whether it was taken."""
    sources = [source for source, targets in Refund.MOVES.items() if status in targets]
    won = Refund.objects.filter(pk=refund.pk, status__in=sources).update(status=status, **fields)
    refund.refresh_from_db()
    return bool(won)


@transaction.atomic
def name_payee(refund, *, name, bank, account):
    """The payer says where to send the money; the treasurer transfers it by hand."""
    Refund.objects.filter(pk=refund.pk).update(payee_name=name, payee_bank=bank, payee_account=account)
    move(refund, Status.TO_TRANSFER)
    return refund


def record_transfer(refund, *, bank_reference, at=None):
    """The treasurer has sent the money."""
    return end_refund(refund, Status.SUCCEEDED, at=at, bank_reference=bank_reference)
