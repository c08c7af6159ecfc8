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
    if attempt.provider_url or attempt.status != PaymentAttempt.Status.CREATED:
        return attempt.provider_url or attempt.get_absolute_url()
    PaymentAttempt.objects.filter(pk=attempt.pk, called_at=None).update(called_at=now())
    attempt.refresh_from_db()
    reference, url = gateway_of(attempt).begin(attempt, return_url, cancel_url)
    PaymentAttempt.objects.filter(pk=attempt.pk, status=PaymentAttempt.Status.CREATED).update(
        status=PaymentAttempt.Status.WAITING, provider_ref=reference, provider_url=url
    )
    attempt.refresh_from_db()
    return url or attempt.get_absolute_url()
