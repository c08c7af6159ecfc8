"""Promises 9, 10 and 11: a payment is opened at its provider once, whatever gets lost and however often one asks."""

import uuid
from datetime import timedelta
from functools import partial
from threading import Barrier

import pytest

from marketplace.checkout.actions import place_order
from marketplace.consignments.payments import attempts_of
from network.clock import frozen, moved, now
from network.outbox.testing import drain
from network.payments.actions import (
    ask_refund,
    cancel_attempt,
    follow_refund,
    process_event,
    settle,
    start_attempt,
    sweep_attempts,
)
from network.payments.exceptions import ProviderUnreachable
from network.payments.gateways import stripe as gateway
from network.payments.models import PaymentAttempt, ProviderEvent, Refund
from tests.marketplace.buying import a_buyer, agreement, create_goods, create_holder, fill
from tests.network.payments.conftest import make_attempt, make_holder
from tests.network.payments.test_stripe import ADDRESSES, pay, sessions
from tests.promises.stripe_stories import PaidByCard, deliver
from tests.races import breaks, race

pytestmark = pytest.mark.usefixtures("own_database")
LOST = {"kind": "drop_reply_after_success", "path": "/v1/checkout/sessions"}


def submit(agreed):
    """A window sends the form and is led to Stripe."""
    order = place_order(**agreed)
    return start_attempt(attempts_of(order).get(), **ADDRESSES)


def submit_in_many_windows(windows):
    """The same form from so many windows at once; the addresses that each was sent to."""
    [scarf] = create_goods(left=windows)
    agreed = agreement(fill(scarf), a_buyer(), gateway="stripe")
    return race(*[partial(submit, agreed)] * windows)


@pytest.mark.promise(9)
def test_the_same_submit_in_twenty_windows_is_one_attempt_and_one_session(stripe_sandbox, soak):
    create_holder()
    for number in range(1, (10 if soak else 1) + 1):
        addresses = submit_in_many_windows(20)

        assert len(set(addresses)) == 1, addresses
        assert PaymentAttempt.objects.count() == number
        assert len(sessions(stripe_sandbox)) == number


def opened_in_the_window(sandbox, monkeypatch, key):
    """Two windows stand at Stripe's door before either has an answer, each with its key; how many sessions come of it.

    The window is held open on purpose: by chance the second is now and then late enough to find the first's session.
    """
    gate = Barrier(2)

    def meet(attempt):
        gate.wait(timeout=20)
        return key(attempt)

    before = len(sessions(sandbox))
    with monkeypatch.context() as bent:
        bent.setattr(gateway, "payment_key", meet)
        addresses = submit_in_many_windows(2)
    assert [answer for answer in addresses if isinstance(answer, Exception)] == []
    return len(sessions(sandbox)) - before


@pytest.mark.promise(9)
def test_two_windows_at_stripes_door_at_once_open_one_session(stripe_sandbox, monkeypatch):
    create_holder()
    assert opened_in_the_window(stripe_sandbox, monkeypatch, gateway.payment_key) == 1


@pytest.mark.promise(9)
def test_without_its_key_the_same_submit_opens_more_than_one_session(stripe_sandbox, monkeypatch):
    create_holder()

    def opens_more(_number):
        return opened_in_the_window(stripe_sandbox, monkeypatch, lambda attempt: uuid.uuid4().hex) > 1

    assert breaks(opens_more) >= 9


@pytest.mark.promise(10)
def test_a_reply_that_got_lost_charges_once(jar, stripe_sandbox, soak):
    holder = make_holder()
    for number in range(100 if soak else 5):
        stripe_sandbox.control("faults", times=1, **LOST)
        attempt = make_attempt(holder, key=f"lost{number}", gateway="stripe", parts=[("jar", f"jar:{number}", 500_00)])
        start_attempt(attempt, **ADDRESSES)
        pay(stripe_sandbox, attempt)
        settle(attempt)

        [session] = [one for one in sessions(stripe_sandbox) if one.client_reference_id == attempt.public_id]
        assert attempt.provider_ref == session.id
    charges = list(gateway.client().v1.charges.list({"limit": 100}).auto_paging_iter())
    assert len(charges) == PaymentAttempt.objects.filter(status=PaymentAttempt.Status.SETTLED).count() == number + 1


@pytest.mark.promise(10)
def test_the_key_stands_in_the_database_before_the_call(jar, stripe_sandbox, monkeypatch):
    """A process that dies in the call leaves the same key to the next one."""
    attempt = make_attempt(make_holder(), gateway="stripe")
    stripe_sandbox.control("faults", times=3, **LOST)
    with pytest.raises(ProviderUnreachable):
        start_attempt(attempt, **ADDRESSES)
    stripe_sandbox.control("faults/clear")

    again = PaymentAttempt.objects.get(pk=attempt.pk)
    assert again.called_at is not None
    assert gateway.payment_key(again) == gateway.payment_key(attempt) == f"pay:{attempt.public_id}"
    start_attempt(again, **ADDRESSES)
    assert len(sessions(stripe_sandbox)) == 1


def lose_the_answer(sandbox, attempt):
    sandbox.control("faults", times=3, **LOST)
    with pytest.raises(ProviderUnreachable):
        start_attempt(attempt, **ADDRESSES)
    sandbox.control("faults/clear")


@pytest.mark.promise(11)
def test_a_call_older_than_stripes_memory_is_looked_up_not_repeated(jar, stripe_sandbox, monkeypatch):
    """The key is of no more use: a repeated call would open a second session."""
    attempt = make_attempt(make_holder(), gateway="stripe")
    lose_the_answer(stripe_sandbox, attempt)
    monkeypatch.setattr(gateway, "payment_key", lambda attempt: uuid.uuid4().hex)

    with frozen(now() + timedelta(hours=23, minutes=1)):
        start_attempt(attempt, **ADDRESSES)

    [session] = sessions(stripe_sandbox)
    assert attempt.provider_ref == session.id


@pytest.mark.promise(11)
def test_an_old_refund_without_an_answer_is_looked_up_not_sent_again(jar, stripe_sandbox, monkeypatch):
    attempt = make_attempt(make_holder(), gateway="stripe")
    start_attempt(attempt, **ADDRESSES)
    pay(stripe_sandbox, attempt)
    settle(attempt)
    refund = ask_refund(attempt.parts.get(), amount=120_00, reason="x", key="r")
    stripe_sandbox.control("faults", kind=LOST["kind"], path="/v1/refunds", times=3)
    with pytest.raises(ProviderUnreachable):
        follow_refund(refund)
    stripe_sandbox.control("faults/clear")
    monkeypatch.setattr(gateway, "refund_key", lambda refund: uuid.uuid4().hex)

    with frozen(now() + timedelta(hours=23, minutes=1)):
        follow_refund(refund)

    [sent] = gateway.client().v1.refunds.list().data
    refund.refresh_from_db()
    assert (refund.status, refund.provider_ref, sent.amount) == (Refund.Status.SUCCEEDED, sent.id, 120_00)


@pytest.mark.promise(11)
def test_the_sweep_finds_what_a_lost_call_opened_and_closes_it_there(jar, stripe_sandbox):
    attempt = make_attempt(make_holder(), gateway="stripe")
    lose_the_answer(stripe_sandbox, attempt)

    with moved(timedelta(minutes=36)):
        sweep_attempts(settle)

    attempt.refresh_from_db()
    [session] = sessions(stripe_sandbox)
    assert (attempt.status, attempt.provider_ref, session.status) == ("expired", session.id, "expired")


@pytest.mark.promise(11)
def test_an_attempt_that_ends_while_stripe_answers_takes_no_money_there(jar, stripe_sandbox, monkeypatch):
    attempt = make_attempt(make_holder(), gateway="stripe")
    begin = gateway.Stripe.begin

    def begin_slowly(self, attempt, *addresses):
        answer = begin(self, attempt, *addresses)
        cancel_attempt(PaymentAttempt.objects.get(pk=attempt.pk))
        return answer

    monkeypatch.setattr(gateway.Stripe, "begin", begin_slowly)

    assert start_attempt(attempt, **ADDRESSES) == attempt.get_absolute_url()
    [session] = sessions(stripe_sandbox)
    assert (session.status, jar.released) == ("expired", ["jar:one"])


@pytest.mark.promise(11)
def test_money_in_a_session_we_never_heard_of_is_found_by_our_own_name_on_it(jar, stripe_sandbox):
    """We died between Stripe's answer and noting it, and the buyer was quick: the event leads to the attempt."""
    story = PaidByCard(stripe_sandbox, make_holder(), "one")
    PaymentAttempt.objects.update(provider_ref="", provider_url="", status=PaymentAttempt.Status.CREATED)
    deliver(story.event((0, "checkout.session.completed")))
    process_event(ProviderEvent.objects.get())
    drain()

    story.attempt.refresh_from_db()
    assert story.attempt.status == PaymentAttempt.Status.SETTLED
    assert jar.fulfilled == ["jar:one"]
