"""A provider's message: kept exactly once before it is answered, looked at afterwards."""

import json

from django.db import IntegrityError, transaction
from django.db.models import Q

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
    named = names_in(event)
    if refund := refund_of(event, named):
        follow_refund(refund)
    elif attempt := attempt_of(event, named):
        settle(attempt)
    ProviderEvent.objects.filter(pk=event.pk, processed_at=None).update(processed_at=now())


def names_in(event):
    """Our own names on the provider's object: they lead to it where we died before we noted its id."""
    subject = json.loads(event.body)["data"]["object"]
    named = subject.get("metadata")
    named = named if isinstance(named, dict) else {}
    return {"attempt": subject.get("client_reference_id"), **named}


def attempt_of(event, named):
    attempts = PaymentAttempt.objects.filter(gateway=event.gateway)
    by_id = Q(provider_ref=event.object_id) | Q(provider_payment=event.object_id)
    known = attempts.filter(by_id).first() if event.object_id else None
    return known or attempts.filter(public_id=named["attempt"] or "").first()


def refund_of(event, named):
    if not event.kind.startswith(("refund.", "charge.refund.")):
        return None
    by_id = Refund.objects.filter(provider_ref=event.object_id) if event.object_id else Refund.objects.none()
    return by_id.first() or Refund.objects.filter(public_id=named.get("refund") or "").first()
