"""End attempts that brought no money, and look once more at those whose time is up."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from network.clock import now
from network.payments.exceptions import AttemptClosed, ProviderUnreachable
from network.payments.gateways import gateway_of
from network.payments.gateways.base import Outcome, State
from network.payments.models import AttemptPart, PaymentAttempt
from network.payments.registry import payable_of
from network.payments.signals import attempt_closed

from .begin import find_lost_call

# How long a bank may take to speak of a payment that its payer has made, and how far we then look ahead each time.
PATIENCE = timedelta(hours=24)
NEXT_LOOK = timedelta(minutes=30)


@transaction.atomic
def close_without_money(attempt, status):
    """Give back what the attempt held, once; does nothing if it is closed or paid."""
    if not PaymentAttempt.objects.open().filter(pk=attempt.pk).update(status=status):
        return False
    for part in attempt.parts.filter(status=AttemptPart.Status.OPEN):
        payable_of(part).release(part)
    attempt.parts.filter(status=AttemptPart.Status.OPEN).update(status=AttemptPart.Status.RELEASED)
    attempt.refresh_from_db()
    attempt_closed.send(PaymentAttempt, attempt=attempt)
    return True


def cancel_attempt(attempt):
    """The payer changed her mind. Raises AttemptClosed once money or a slip is here."""
    if attempt.status not in {PaymentAttempt.Status.CREATED, PaymentAttempt.Status.WAITING}:
        raise AttemptClosed
    outcome = final_word(attempt)
    if outcome.state is State.PROCESSING and wait_for_bank(attempt):
        raise AttemptClosed(_("Your bank is confirming this payment already."))
    if outcome.state is State.PAID or not close_without_money(attempt, PaymentAttempt.Status.CANCELLED):
        raise AttemptClosed


def expire_attempt(attempt):
    """The time to pay is over: the provider is told to take nothing more, asked a last time, and believed.

    Returns the outcome; PAID means that the payer was quicker, and the caller settles.
    """
    outcome = final_word(attempt)
    if outcome.state is State.PROCESSING and wait_for_bank(attempt):
        return outcome
    if outcome.state is not State.PAID:
        close_without_money(attempt, PaymentAttempt.Status.EXPIRED)
    return outcome


@transaction.atomic
def wait_for_bank(attempt):
    """The payer has done her part: keep what she pays for until her bank speaks, for a day at most.

    Returns whether there is still time.
    """
    at = now()
    if at >= attempt.created_at + PATIENCE:
        return False
    until = max(at + NEXT_LOOK, attempt.expires_at)
    kept = PaymentAttempt.objects.open().filter(pk=attempt.pk)
    if kept.update(status=PaymentAttempt.Status.CHECKING, expires_at=until) and until > attempt.expires_at:
        for part in attempt.parts.all():
            payable_of(part).extend(part, until=until)
    attempt.refresh_from_db()
    return True


def final_word(attempt):
    find_lost_call(attempt)
    gateway = gateway_of(attempt)
    if attempt.provider_ref:
        gateway.close(attempt)
        return gateway.look(attempt)
    return Outcome(State.WAITING)


def sweep_attempts(settle, *, limit=100):
    """Close or settle every open attempt whose clock has run out; returns how many were looked at.

    A provider that does not answer is asked again by the next sweep.
    """
    due = list(PaymentAttempt.objects.due_for_a_look(now()).order_by("expires_at")[:limit])
    for attempt in due:
        try:
            outcome = expire_attempt(attempt)
        except ProviderUnreachable:
            continue
        if outcome.state is State.PAID:
            settle(attempt, outcome=outcome)
    return len(due)
