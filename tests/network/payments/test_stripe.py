"""Our client against Stripe as the sandbox plays it: the same client code that speaks with the real one."""

import pytest

from network.outbox.testing import drain
from network.payments.actions import ask_refund, expire_attempt, follow_refund, settle, start_attempt
from network.payments.exceptions import ProviderUnreachable
from network.payments.gateways import stripe as gateway
from network.payments.models import PaymentAttempt, Refund
from tests.network.payments.conftest import balance, make_attempt

pytestmark = pytest.mark.django_db
ADDRESSES = {"return_url": "http://testserver/en/pay/x/returned/", "cancel_url": "http://testserver/en/pay/x/"}


@pytest.fixture
def attempt(holder, stripe_sandbox):
    return make_attempt(holder, gateway="stripe", contact="buyer@example.com")


def sessions(sandbox):
    return [row for row in gateway.client().v1.checkout.sessions.list({"limit": 100}).auto_paging_iter()]


def pay(sandbox, attempt, **how):
    attempt.refresh_from_db()
    sandbox.control("sessions/pay", session=attempt.provider_ref, **{"method": "card", "outcome": "paid"} | how)


def test_the_payer_is_sent_to_stripes_page_for_our_amount(attempt, stripe_sandbox):
    url = start_attempt(attempt, **ADDRESSES)

    [session] = sessions(stripe_sandbox)
    assert url == session.url
    assert (session.amount_total, session.currency, session.client_reference_id) == (500_00, "thb", attempt.public_id)
    attempt.refresh_from_db()
    assert (attempt.status, attempt.provider_ref) == (PaymentAttempt.Status.WAITING, session.id)


def test_a_card_payment_settles_with_its_fee(attempt, jar, stripe_sandbox):
    start_attempt(attempt, **ADDRESSES)
    pay(stripe_sandbox, attempt)
    settle(attempt)
    drain()

    attempt.refresh_from_db()
    assert attempt.status == PaymentAttempt.Status.SETTLED
    assert attempt.provider_fee == 28_25
    assert balance(f"cash:stripe:{attempt.holder.public_id}") == 471_75
    assert balance("expense:provider_fees") == 28_25
    assert jar.fulfilled == ["jar:one"]


def test_promptpay_that_succeeds_after_the_browser_was_closed(attempt, jar, stripe_sandbox):
    start_attempt(attempt, **ADDRESSES)
    pay(stripe_sandbox, attempt, method="promptpay", outcome="later")
    settle(attempt)
    assert attempt.status == PaymentAttempt.Status.CHECKING

    stripe_sandbox.control("promptpay/settle", session=attempt.provider_ref, outcome="succeeded")
    settle(attempt)
    drain()
    assert jar.fulfilled == ["jar:one"]


def test_promptpay_that_fails_later_gives_back_what_was_held(attempt, jar, stripe_sandbox):
    start_attempt(attempt, **ADDRESSES)
    pay(stripe_sandbox, attempt, method="promptpay", outcome="later")
    stripe_sandbox.control("promptpay/settle", session=attempt.provider_ref, outcome="failed")
    settle(attempt)

    assert attempt.status == PaymentAttempt.Status.FAILED
    assert jar.released == ["jar:one"]


def test_an_attempt_whose_time_is_over_takes_no_more_money(attempt, jar, stripe_sandbox):
    start_attempt(attempt, **ADDRESSES)
    expire_attempt(attempt)

    [session] = sessions(stripe_sandbox)
    assert session.status == "expired"
    assert jar.released == ["jar:one"]


def test_whoever_paid_in_the_last_moment_wins_over_the_sweep(attempt, jar, stripe_sandbox):
    start_attempt(attempt, **ADDRESSES)
    pay(stripe_sandbox, attempt)
    outcome = expire_attempt(attempt)
    settle(attempt, outcome=outcome)
    drain()

    assert jar.fulfilled == ["jar:one"]
    assert jar.released == []


def test_a_refund_goes_back_over_stripe(attempt, jar, stripe_sandbox):
    start_attempt(attempt, **ADDRESSES)
    pay(stripe_sandbox, attempt)
    settle(attempt)
    drain()
    ask_refund(attempt.parts.get(), amount=120_00, reason="One jar broke", key="r1")
    drain()

    refund = Refund.objects.get()
    assert (refund.status, refund.amount) == (Refund.Status.SUCCEEDED, 120_00)
    assert balance(f"owed_back:{attempt.public_id}") == 0
    assert balance("payable:jar") == 380_00
    follow_refund(refund)
    assert gateway.client().v1.refunds.list().data[0].amount == 120_00
    assert len(gateway.client().v1.refunds.list().data) == 1


def test_a_provider_that_is_down_charges_nothing_and_says_so(attempt, stripe_sandbox):
    stripe_sandbox.control("faults", kind="drop_request", path="*", times=9)
    with pytest.raises(ProviderUnreachable):
        start_attempt(attempt, **ADDRESSES)
    stripe_sandbox.control("faults/clear")

    attempt.refresh_from_db()
    assert attempt.status == PaymentAttempt.Status.CREATED
    assert start_attempt(attempt, **ADDRESSES)
