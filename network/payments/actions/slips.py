"""A payer's slip: handed in once, judged by one person."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from network.clock import now
from network.payments.exceptions import AttemptClosed, SlipRefused
from network.payments.gateways.base import Outcome, State
from network.payments.models import PaymentAttempt, Slip
from network.payments.registry import payable_of
from network.payments.signals import slip_handed_in, slip_judged

from .settle import settle

# How long a slip may wait for its judge while the goods are held.
JUDGING = timedelta(hours=48)
# How long the payer has for another try when a slip was not ours.
SECOND_TRY = timedelta(minutes=30)


@transaction.atomic
def hand_in_slip(attempt, *, picture, trans_ref, at=None):
    """Keep a slip and hold what is being paid for until a person has looked, 48 hours at most.

    `picture` is a re-encoded image file. Raises SlipRefused for a slip that was used before, AttemptClosed
    when the payment is over.
    """
    handed_in = at or now()
    until = handed_in + JUDGING
    won = PaymentAttempt.objects.filter(
        pk=attempt.pk,
        status__in=[PaymentAttempt.Status.CREATED, PaymentAttempt.Status.WAITING],
        expires_at__gt=handed_in,
    ).update(status=PaymentAttempt.Status.CHECKING, expires_at=until)
    if not won:
        raise AttemptClosed(_("The time for this payment is over, or its slip is here already."))
    try:
        with transaction.atomic():
            slip = Slip.objects.create(attempt=attempt, picture=picture, trans_ref=trans_ref, handed_in_at=handed_in)
    except IntegrityError as error:
        raise SlipRefused(_("This slip was handed in before. Each transfer pays once.")) from error
    for part in attempt.parts.all():
        payable_of(part).extend(part, until=until)
    slip_handed_in.send(Slip, slip=slip)
    return slip


def judge(slip, status, *, by, received, note, at):
    """Let one judge win; returns whether it was this one."""
    won = Slip.objects.filter(pk=slip.pk, status=Slip.Status.WAITING).update(
        status=status, judged_by=by, judged_at=at or now(), received=received, note=note
    )
    slip.refresh_from_db()
    if won:
        slip_judged.send(Slip, slip=slip)
    return bool(won)


def confirm_slip(slip, *, by, at=None):
    """The full amount is in the bank: the attempt is paid. A second confirmation changes nothing."""
    attempt = slip.attempt
    if (
        judge(slip, Slip.Status.CONFIRMED, by=by, received=attempt.amount, note="", at=at)
        or slip.status == Slip.Status.CONFIRMED
    ):
        settle(attempt, outcome=Outcome(State.PAID, attempt.amount, attempt.currency), at=at)
    return slip


def report_wrong_amount(slip, *, by, received, note="", at=None):
    """Another amount (satang) came: it is booked as it is, nothing is delivered, and a person sorts it out."""
    attempt = slip.attempt
    if received == attempt.amount:
        return confirm_slip(slip, by=by, at=at)
    if judge(slip, Slip.Status.WRONG_AMOUNT, by=by, received=received, note=note, at=at):
        settle(attempt, outcome=Outcome(State.PAID, received, attempt.currency), at=at)
    return slip


@transaction.atomic
def refuse_slip(slip, *, by, note="", at=None):
    """No such transfer reached this account: the payer may try again for half an hour."""
    if judge(slip, Slip.Status.NOT_OURS, by=by, received=None, note=note, at=at):
        until = (at or now()) + SECOND_TRY
        PaymentAttempt.objects.filter(pk=slip.attempt_id, status=PaymentAttempt.Status.CHECKING).update(
            status=PaymentAttempt.Status.WAITING, expires_at=until
        )
        for part in slip.attempt.parts.all():
            payable_of(part).extend(part, until=until)
    return slip
