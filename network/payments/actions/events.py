"""A provider's message: kept exactly once before it is answered, looked at afterwards."""

from django.db import IntegrityError, transaction

from network.clock import now
from network.outbox.actions import promise
from network.payments.exceptions import BadSignature, BodyTooLarge
from network.payments.gateways.stripe import is_live, read_event
from network.payments.models import PaymentAttempt, ProviderEvent, Refund

from .refunds import follow_refund
from .settle import settle

MAX_BODY = 256 * 1024


def receive_event(body, signature):
    """Verify and keep one webhook of Stripe; a duplicate is kept once and answered alike.

    Raises BadSignature (400) for anything malformed, unsigned or of the other mode; BodyTooLarge (413).
    """
    if len(body) > MAX_BODY:
        raise BodyTooLarge
    event_id, kind, object_id, livemode = read_event(body, signature)
    if livemode != is_live():
        raise BadSignature("test and live do not mix")
    try:
        with transaction.atomic():
            event = ProviderEvent.objects.create(
                gateway="stripe",
                event_id=event_id,
                kind=kind,
                object_id=object_id,
                body=body.decode(),
                received_at=now(),
            )
            promise("payments.event", {"event": event.pk}, key=f"event:{event.pk}")
    except IntegrityError:
        return None
    return event


def process_event(event):
    """Look at what the event is about; its own words are never believed, so order and repeats do not matter."""
    attempt = attempt_of(event)
    refund = (
        Refund.objects.filter(provider_ref=event.object_id).first()
        if event.kind.startswith(("refund.", "charge.refund"))
        else None
    )
    if refund:
        follow_refund(refund)
    elif attempt:
        settle(attempt)
    ProviderEvent.objects.filter(pk=event.pk, processed_at=None).update(processed_at=now())


def attempt_of(event):
    if not event.object_id:
        return None
    by_session = PaymentAttempt.objects.filter(gateway=event.gateway, provider_ref=event.object_id)
    by_payment = PaymentAttempt.objects.filter(gateway=event.gateway, provider_payment=event.object_id)
    return by_session.first() or by_payment.first()
