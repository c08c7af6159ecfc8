"""Move the money of a paid part on to what it was for."""

from datetime import datetime

from django.db import transaction

from network.payments.exceptions import CannotFulfil
from network.payments.models import AttemptPart, PaymentAttempt
from network.payments.registry import payable_of
from network.payments.signals import part_fulfilled, part_returned

from .fees import bear_fee, fee_expense
from .refunds import ask_refund
from .suspended import received_account

DONE = [AttemptPart.Status.FULFILLED, AttemptPart.Status.RETURNED]


@transaction.atomic
def fulfil_part(part: AttemptPart, *, at: datetime | None = None) -> None:
    """Fulfil one part, exactly once; what cannot be delivered any more is refunded at once.

    `at` defaults to when the attempt was paid.
    """
    if not claim(part):
        return
    attempt = part.attempt
    try:
        with transaction.atomic():
            payable_of(part).fulfil(part, paid_from=received_account(attempt), at=at or attempt.paid_at)
    except CannotFulfil as error:
        AttemptPart.objects.filter(pk=part.pk).update(status=AttemptPart.Status.RETURNED)
        part.refresh_from_db()
        ask_refund(
            part, amount=part.amount, reason=str(error.text), key=f"{part.ref}:undeliverable", unwound=True, at=at
        )
        bear_fee(part, account=fee_expense(), at=at)
        part_returned.send(AttemptPart, part=part)
    else:
        part_fulfilled.send(AttemptPart, part=part)
    if not attempt.parts.filter(status__in=[AttemptPart.Status.OPEN, AttemptPart.Status.RELEASED]).exists():
        PaymentAttempt.objects.filter(pk=attempt.pk, status=PaymentAttempt.Status.PAID).update(
            status=PaymentAttempt.Status.SETTLED
        )


def claim(part: AttemptPart) -> int:
    """Let one caller win: of the webhook, the returning browser, the sweep and the outbox."""
    unfulfilled = AttemptPart.objects.filter(pk=part.pk).exclude(status__in=DONE)
    return unfulfilled.update(status=AttemptPart.Status.FULFILLED)
