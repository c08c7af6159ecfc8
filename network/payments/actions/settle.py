"""Bring an attempt to its end, once: the webhook, the returning browser, the slip's judge and the sweep all call this."""

from datetime import datetime

from django.db import transaction

from network.clock import now
from network.ledger.accounts import open_account
from network.ledger.actions import Transfer, post_entry
from network.ledger.apportion import split
from network.outbox.actions import keep_now, promise
from network.outbox.models import Promise
from network.payments.gateways import gateway_of
from network.payments.gateways.base import Outcome, State
from network.payments.models import PaymentAttempt
from network.payments.signals import attempt_needs_review

from .begin import find_lost_call
from .close import close_without_money, wait_for_bank
from .fees import unassigned_fees
from .suspended import received_account


def settle(attempt: PaymentAttempt, *, outcome: Outcome | None = None, at: datetime | None = None) -> PaymentAttempt:
    """Ask the provider how the attempt stands, and follow.

    Paid: the money is booked and each part fulfilled (the second a promise, kept at once). Failed or
    expired: what was held is given back. Waiting: nothing happens, or what was ordered is kept while the bank
    works. Any number of callers at once have the effect of one. Raises ProviderUnreachable. Never call it inside a transaction.
    """
    if outcome is None:
        find_lost_call(attempt)
        outcome = gateway_of(attempt).look(attempt)
    if outcome.state is State.PAID:
        kept = book_payment(attempt, outcome, at=at)
        for promised in kept:
            keep_now(promised)
    elif outcome.state is State.PROCESSING:
        wait_for_bank(attempt)
    elif outcome.state is not State.WAITING:
        failed = outcome.state is State.FAILED
        close_without_money(attempt, PaymentAttempt.Status.FAILED if failed else PaymentAttempt.Status.EXPIRED)
    attempt.refresh_from_db()
    return attempt


@transaction.atomic
def book_payment(attempt: PaymentAttempt, outcome: Outcome, *, at: datetime | None = None) -> list[Promise]:
    """Write the money into `received:<attempt>`; returns the promises to fulfil its parts, for the winner only.

    Money that comes after the attempt was closed is booked all the same, and fulfilled if it still can be.
    A wrong amount or currency is booked as it came, fulfils nothing and waits for a person.
    """
    right = outcome.amount == attempt.amount and outcome.currency == attempt.currency
    status = PaymentAttempt.Status.PAID if right else PaymentAttempt.Status.NEEDS_REVIEW
    won = (
        PaymentAttempt.objects.filter(pk=attempt.pk)
        .exclude(status__in=PaymentAttempt.MONEY_IN)
        .update(
            status=status,
            paid_at=at or now(),
            received=outcome.amount,
            provider_payment=outcome.payment,
            provider_fee=outcome.fee,
        )
    )
    if not won:
        return []
    attempt.refresh_from_db()
    if outcome.currency == attempt.currency:
        post_payment(attempt, outcome, at)
    if not right:
        attempt_needs_review.send(PaymentAttempt, attempt=attempt)
        return []
    share_fee(attempt, outcome.fee)
    return [promise("payments.fulfil", {"part": part.pk}, key=f"fulfil:{part.pk}") for part in attempt.parts.all()]


def post_payment(attempt, outcome, at):
    """Gross into `received`; the provider's fee waits in `fees:unassigned` until the parts take their share."""
    code, title = gateway_of(attempt).cash_account(attempt)
    cash = open_account(code, side="debit", title=title)
    transfers = [Transfer(debit=cash, credit=received_account(attempt), amount=outcome.amount)]
    if outcome.fee:
        transfers.append(Transfer(debit=unassigned_fees(), credit=cash, amount=outcome.fee))
    post_entry(key=f"{attempt.ref}:paid", kind="payment", transfers=transfers, happened_at=at)


def share_fee(attempt, fee):
    """Give each part its share of the fee, by its amount; the shares sum to the fee."""
    parts = list(attempt.parts.order_by("pk"))
    for part, share in zip(parts, split(fee, [part.amount for part in parts]), strict=True):
        if share:
            part.fee = share
            part.save(update_fields=["fee"])


def record_cash(attempt, *, at=None):
    """The seller has the cash in hand: the attempt is paid in full."""
    return settle(attempt, outcome=Outcome(State.PAID, attempt.amount, attempt.currency), at=at)
