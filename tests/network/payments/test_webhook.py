import hashlib
import hmac
import json
import time

import pytest

from network.outbox.models import Promise
from network.outbox.testing import drain
from network.payments.actions import start_attempt
from network.payments.models import PaymentAttempt, ProviderEvent
from tests.network.payments.conftest import make_attempt
from tests.network.payments.sandbox.running import SECRET
from tests.network.payments.test_stripe import ADDRESSES

pytestmark = pytest.mark.django_db
URL = "/payments/stripe/webhook/"


def signature(body, *, secret=SECRET, at=None):
    stamp = int(at or time.time())
    digest = hmac.new(secret.encode(), f"{stamp}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={stamp},v1={digest}"


def event(**changes):
    shape = {"id": "evt_1", "type": "checkout.session.completed", "livemode": False, "data": {"object": {"id": "cs_1"}}}
    return json.dumps(shape | changes).encode()


def post(client, body, header):
    return client.post(URL, body, content_type="application/json", headers={"Stripe-Signature": header})


@pytest.fixture(autouse=True)
def secrets(settings):
    settings.STRIPE_WEBHOOK_SECRETS = [SECRET]


def test_a_signed_event_is_kept_once_and_looked_at_later(client):
    for _ in range(3):
        assert post(client, event(), signature(event())).status_code == 200

    assert ProviderEvent.objects.count() == 1
    assert Promise.objects.filter(topic="payments.event").count() == 1
    drain()
    assert ProviderEvent.objects.get().processed_at is not None


BAD = {
    "no signature": (event(), ""),
    "nonsense": (event(), "hello"),
    "no time": (event(), "v1=abc"),
    "time that is no number": (event(), "t=x,v1=abc"),
    "wrong secret": (event(), signature(event(), secret="whsec_other")),
    "of another body": (event(id="evt_2"), signature(event())),
    "too old": (event(), signature(event(), at=time.time() - 301)),
    "a year in the future": (event(), signature(event(), at=time.time() + 31_536_000)),
    "invalid utf-8": (b"\xff\xfe", signature(b"\xff\xfe")),
    "a header that is not ascii": (event(), "t=1,v1=\u0e01"),
    "a list": (b"[]", signature(b"[]")),
    "a number": (b"7", signature(b"7")),
    "not json": (b"{", signature(b"{")),
    "empty": (b"", signature(b"")),
    "without an object": (b'{"id": "evt_1", "livemode": false}', signature(b'{"id": "evt_1", "livemode": false}')),
    "an object that is none": (event(data={"object": []}), signature(event(data={"object": []}))),
    "data that is none": (event(data=None), signature(event(data=None))),
}


@pytest.mark.promise(23)
@pytest.mark.parametrize("case", BAD)
def test_a_message_that_is_wrong_in_any_way_is_refused_and_leaves_nothing(client, case):
    body, header = BAD[case]

    assert post(client, body, header.encode().decode("latin-1")).status_code == 400
    assert ProviderEvent.objects.count() == 0
    assert Promise.objects.count() == 0


@pytest.mark.promise(23)
def test_five_minutes_ahead_is_still_a_clock_and_more_is_none(client):
    assert post(client, event(), signature(event(), at=time.time() + 305)).status_code == 400
    assert ProviderEvent.objects.count() == 0
    assert post(client, event(), signature(event(), at=time.time() + 295)).status_code == 200


@pytest.mark.promise(15)
def test_a_live_event_is_refused_with_a_test_key(client):
    body = event(livemode=True)

    assert post(client, body, signature(body)).status_code == 400
    assert ProviderEvent.objects.count() == 0


def test_a_body_larger_than_any_event_is_refused(client):
    assert post(client, b"x" * (256 * 1024 + 1), "t=1,v1=x").status_code == 413


@pytest.mark.promise(30)
def test_two_secrets_are_valid_while_one_is_changed(client, settings):
    settings.STRIPE_WEBHOOK_SECRETS = ["whsec_new", SECRET]

    assert post(client, event(), signature(event())).status_code == 200
    assert post(client, event(id="evt_2"), signature(event(id="evt_2"), secret="whsec_new")).status_code == 200
    assert ProviderEvent.objects.count() == 2


def test_only_posts_are_taken(client):
    assert client.get(URL).status_code == 405


def test_an_event_settles_its_attempt(client, holder, jar, stripe_sandbox):
    attempt = make_attempt(holder, gateway="stripe")
    start_attempt(attempt, **ADDRESSES)
    attempt.refresh_from_db()
    stripe_sandbox.control("sessions/pay", session=attempt.provider_ref, method="card", outcome="paid")
    body = event(data={"object": {"id": attempt.provider_ref}})
    post(client, body, signature(body))
    drain()

    attempt.refresh_from_db()
    assert attempt.status == PaymentAttempt.Status.SETTLED


@pytest.mark.promise(14)
def test_a_lying_event_changes_nothing(client, holder, jar, stripe_sandbox):
    """It says paid; Stripe, asked, says open."""
    attempt = make_attempt(holder, gateway="stripe")
    start_attempt(attempt, **ADDRESSES)
    attempt.refresh_from_db()
    body = event(data={"object": {"id": attempt.provider_ref, "payment_status": "paid", "amount_total": 1}})
    post(client, body, signature(body))
    drain()

    attempt.refresh_from_db()
    assert attempt.status == PaymentAttempt.Status.WAITING
    assert jar.fulfilled == []
