"""A Stripe that is down or hangs: nobody waits longer than ten seconds, and after five failures nobody waits at all."""

import time

import pytest
import stripe
from django.core.cache import cache

from network.payments.actions import start_attempt
from network.payments.exceptions import ProviderUnreachable
from network.payments.gateways import breaker as breaking
from network.payments.gateways import stripe_client
from network.payments.gateways.breaker import FAILURES, Breaker
from network.payments.gateways.stripe import client
from network.payments.models import PaymentAttempt
from tests.network.payments.conftest import make_attempt
from tests.network.payments.test_stripe import ADDRESSES

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def fail(breaker, times=FAILURES):
    for _ in range(times):
        breaker.note_failure()


@pytest.fixture
def rests_briefly(monkeypatch):
    monkeypatch.setattr(breaking, "PAUSE", 0.2)


def test_it_opens_at_the_fifth_failure_and_not_before():
    breaker = Breaker("test")
    fail(breaker, FAILURES - 1)
    assert breaker.lets_through()
    fail(breaker, 1)
    assert not breaker.lets_through()


def test_a_success_between_them_begins_the_count_anew():
    breaker = Breaker("test")
    fail(breaker, FAILURES - 1)
    breaker.note_success()
    fail(breaker, FAILURES - 1)
    assert breaker.lets_through()


def test_after_the_pause_one_tries_and_the_others_go_on_being_refused(rests_briefly):
    breaker, elsewhere = Breaker("test"), Breaker("test")
    fail(breaker)
    time.sleep(0.3)
    assert [elsewhere.lets_through(), breaker.lets_through(), elsewhere.lets_through()] == [True, False, False]
    elsewhere.note_success()
    assert breaker.lets_through()


def test_a_try_that_fails_begins_the_pause_anew(rests_briefly):
    breaker = Breaker("test")
    fail(breaker)
    time.sleep(0.3)
    assert breaker.lets_through()
    fail(breaker, 1)
    assert not breaker.lets_through()


def test_without_its_memory_it_lets_everything_through(monkeypatch):
    def away(*_given):
        raise ConnectionError

    monkeypatch.setattr(breaking.cache, "get", away)
    monkeypatch.setattr(breaking.cache, "add", away)
    breaker = Breaker("test")
    fail(breaker)
    assert breaker.lets_through()


@pytest.fixture
def hurried(monkeypatch):
    """A tenth of the time that production gives."""
    for name, seconds in {"CONNECT": 0.3, "READ": 0.9, "TOTAL": 0.95, "LEAST": 0.05}.items():
        monkeypatch.setattr(stripe_client, name, seconds)


def seconds_to_fail(attempt):
    began = time.monotonic()
    with pytest.raises(ProviderUnreachable):
        start_attempt(attempt, **ADDRESSES)
    return time.monotonic() - began


@pytest.mark.promise(41)
def test_a_hanging_stripe_holds_each_caller_for_one_deadline_and_the_sixth_not_at_all(
    holder, stripe_sandbox, hurried, monkeypatch
):
    stripe_sandbox.control("faults", kind="hang", path="*", times=99, seconds=2, method="*")
    attempts = [make_attempt(holder, key=f"n{n}", gateway="stripe") for n in range(FAILURES + 2)]

    waited = [seconds_to_fail(attempt) for attempt in attempts]

    assert max(waited[:FAILURES]) < 1.2  # a tenth of ten seconds, and what the machine itself takes
    assert max(waited[FAILURES:]) < 0.1
    assert set(PaymentAttempt.objects.values_list("status", flat=True)) == {PaymentAttempt.Status.CREATED}


def seconds_to_look():
    began = time.monotonic()
    with pytest.raises(stripe.APIConnectionError):
        client().v1.checkout.sessions.retrieve("cs_test_any")
    return time.monotonic() - began


@pytest.mark.promise(41)
def test_without_one_deadline_for_all_tries_a_caller_waits_three_times(holder, stripe_sandbox, hurried, monkeypatch):
    stripe_sandbox.control("faults", kind="hang", path="*", times=99, seconds=2, method="*")
    assert seconds_to_look() < 1.2

    monkeypatch.setattr(stripe_client.PromptClient, "_should_retry", stripe.RequestsClient._should_retry)
    monkeypatch.setattr(stripe_client.PromptClient, "_timeout", property(lambda self: (0.3, 0.9), lambda *_: None))
    assert seconds_to_look() > 2.7


@pytest.mark.promise(41)
def test_what_waited_is_paid_once_stripe_is_back(holder, stripe_sandbox, rests_briefly, hurried):
    stripe_sandbox.control("faults", kind="drop_request", path="*", times=99, method="*")
    attempt = make_attempt(holder, gateway="stripe")
    for _ in range(FAILURES):
        seconds_to_fail(attempt)
    stripe_sandbox.control("faults/clear")
    with pytest.raises(ProviderUnreachable):
        start_attempt(attempt, **ADDRESSES)

    time.sleep(0.3)
    assert start_attempt(attempt, **ADDRESSES).startswith(stripe_sandbox.url)
    assert cache.get(stripe_client.breaker.failures) is None


def test_what_stripe_answers_is_no_failure(holder, stripe_sandbox):
    for _ in range(FAILURES + 1):
        with pytest.raises(stripe.InvalidRequestError):
            client().v1.checkout.sessions.retrieve("cs_test_nobody")
    assert stripe_client.breaker.lets_through()
