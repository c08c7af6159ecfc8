"""Write an attempt down, then open it at its provider: two steps, so that a crash between them loses nothing."""

from django.db import IntegrityError, transaction

from network.clock import now
from network.payments.gateways import GATEWAYS, gateway_of
from network.payments.models import AttemptPart, PaymentAttempt


@transaction.atomic
def begin_attempt(*, key, gateway, holder, parts, title, return_path, contact="", language="th", user=None, at=None):
    """Write down one try to collect money, once per key.

    `parts` is a list of (kind, ref, satang); the attempt's amount is their sum. Called in the transaction
    that makes the order or pledge, before any provider is asked. A second call with the key returns the
    first attempt unchanged.
    """
    existing = PaymentAttempt.objects.filter(key=key).first()
    if existing:
        return existing
    started = at or now()
    fields = {
        "gateway": gateway,
        "holder": holder,
        "title": title[:200],
        "return_path": return_path,
        "contact": contact,
    }
    try:
        with transaction.atomic():
            attempt = PaymentAttempt.objects.create(
                key=key,
                amount=sum(amount for _kind, _ref, amount in parts),
                language=language,
                user=user,
                created_at=started,
                expires_at=started + GATEWAYS[gateway].hold,
                **fields,
            )
            AttemptPart.objects.bulk_create(
                AttemptPart(attempt=attempt, kind=kind, ref=ref, amount=amount) for kind, ref, amount in parts
            )
    except IntegrityError:
        return PaymentAttempt.objects.get(key=key)
    return attempt


def start_attempt(attempt, *, return_url, cancel_url):
    """Open the attempt at its provider and return the address to send the payer to.

    Safe to call any number of times, from many tabs at once: the provider sees one idempotency key. Never
    inside a transaction. Raises ProviderUnreachable; the attempt then stands and may be started again.
    """
    status = PaymentAttempt.Status
    if attempt.status == status.WAITING and attempt.provider_url:
        return attempt.provider_url
    if attempt.status != status.CREATED:
        return attempt.get_absolute_url()
    PaymentAttempt.objects.filter(pk=attempt.pk, called_at=None).update(called_at=now())
    attempt.refresh_from_db()
    gateway = gateway_of(attempt)
    reference, url = gateway.begin(attempt, return_url, cancel_url)
    note_call(attempt, reference, url)
    if not attempt.is_open:
        # It was cancelled or ran out while the provider was answering: nobody may pay there any more.
        if reference:
            gateway.close(attempt)
        return attempt.get_absolute_url()
    return url or attempt.get_absolute_url()


def note_call(attempt, reference, url):
    """Write down what the provider opened, whatever became of the attempt meanwhile: money may come in there."""
    if reference:
        PaymentAttempt.objects.filter(pk=attempt.pk, provider_ref="").update(provider_ref=reference, provider_url=url)
    PaymentAttempt.objects.filter(pk=attempt.pk, status=PaymentAttempt.Status.CREATED).update(
        status=PaymentAttempt.Status.WAITING
    )
    attempt.refresh_from_db()


def find_lost_call(attempt):
    """Ask the provider for what a call opened whose answer never reached us, if there was one."""
    if attempt.called_at and not attempt.provider_ref and (found := gateway_of(attempt).find(attempt)):
        note_call(attempt, *found)
