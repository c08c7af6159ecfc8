"""Promise 30: while the webhook's secret is changed, two are valid and no event is lost."""

import pytest
from django.test import Client

from network.payments.models import ProviderEvent
from tests.network.payments.test_webhook import event, post, signature

OLD, NEW = "whsec_old", "whsec_new"
# What Stripe signs with, and what we accept, from the first day of a change to its last.
PHASES = [([OLD], [OLD]), ([OLD], [NEW, OLD]), ([OLD, NEW], [NEW, OLD]), ([NEW], [NEW, OLD]), ([NEW], [NEW])]


def signed_by_all(body, secrets):
    """While both are alive at Stripe, it puts a signature of each into the header."""
    first, *more = [signature(body, secret=secret, at=None) for secret in secrets]
    return ",".join([first, *(one.split(",")[1] for one in more)])


@pytest.mark.promise(30)
@pytest.mark.django_db
def test_none_of_the_events_of_a_rotation_is_refused(settings):
    sent = 0
    for signers, accepted in PHASES:
        settings.STRIPE_WEBHOOK_SECRETS = accepted
        for _ in range(20):
            body = event(id=f"evt_{sent}")
            assert post(Client(), body, signed_by_all(body, signers)).status_code == 200, (signers, accepted)
            sent += 1
    assert ProviderEvent.objects.count() == sent == 100


@pytest.mark.promise(30)
@pytest.mark.django_db
def test_once_the_change_is_over_the_old_secret_opens_nothing(settings):
    settings.STRIPE_WEBHOOK_SECRETS = [NEW]

    assert post(Client(), event(), signature(event(), secret=OLD)).status_code == 400
    assert ProviderEvent.objects.count() == 0
