"""Promise 16: webhook, returning browser and sweep together fulfil a payment once, and write one mail."""

from datetime import timedelta
from functools import partial

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from marketplace.consignments.models import Consignment
from marketplace.consignments.payments import attempts_of
from network.clock import moved
from network.invariants import broken_invariants
from network.ledger.models import Entry
from network.outbox.keeping import keep_due
from network.outbox.testing import drain
from network.payments.actions import fulfil, settle, start_attempt, sweep_attempts
from network.payments.gateways.base import Outcome, State
from network.payments.models import AttemptPart, PaymentAttempt
from network.payments.promises import fulfil as fulfil_promise
from tests.marketplace.buying import create_goods, create_holder, create_order
from tests.network.payments.conftest import make_attempt, make_holder
from tests.network.payments.test_stripe import ADDRESSES, pay
from tests.network.payments.test_webhook import event, post, signature
from tests.races import breaks, race

pytestmark = pytest.mark.usefixtures("own_database")


def hear_the_webhook(attempt, number):
    body = event(id=f"evt_{attempt.public_id}_{number % 3}", data={"object": {"id": attempt.provider_ref}})
    assert post(Client(), body, signature(body)).status_code == 200
    keep_due()


def land(attempt, _number):
    with override("en"):
        assert Client().get(reverse("pay:returned", args=[attempt.token])).status_code == 302


def reconcile(_attempt, _number):
    sweep_attempts(settle)


@pytest.mark.promise(16)
def test_webhook_landing_page_and_sweep_twenty_at_once_fulfil_once_and_write_one_mail(stripe_sandbox, settings, soak):
    settings.RATELIMIT_ENABLE = False
    create_holder()
    for _round in range(20 if soak else 2):
        [scarf] = create_goods(left=5)
        order = create_order(scarf, gateway="stripe")
        attempt = attempts_of(order).get()
        start_attempt(attempt, **ADDRESSES)
        pay(stripe_sandbox, attempt)
        drain()
        mail.outbox.clear()
        with moved(timedelta(minutes=36)):  # so that the sweep, too, finds it due
            callers = [hear_the_webhook, land, reconcile] * 7
            answers = race(*(partial(caller, attempt, n) for n, caller in enumerate(callers[:20])))
            drain()

        assert [answer for answer in answers if isinstance(answer, Exception)] == []
        order.refresh_from_db()
        attempt.refresh_from_db()
        assert (order.is_paid, attempt.status) == (True, PaymentAttempt.Status.SETTLED)
        assert Entry.objects.filter(key=f"{attempt.ref}:paid").count() == 1
        assert (
            Entry.objects.filter(kind="sale", key__contains=Consignment.objects.get(order=order).public_id).count() == 1
        )
        assert [message.to for message in mail.outbox].count([order.contact]) == 1, [m.subject for m in mail.outbox]
    assert broken_invariants() == {}


def fulfil_at_once(holder, jar, number):
    """A paid part whose promise several workers keep at once; how often it was fulfilled."""
    attempt = make_attempt(holder, key=f"k{number}", parts=[("jar", f"jar:{number}", 500_00)])
    settle(attempt, outcome=Outcome(State.PAID, 500_00))
    AttemptPart.objects.filter(attempt=attempt).update(status=AttemptPart.Status.OPEN)
    jar.fulfilled.clear()
    race(*[partial(fulfil_promise, {"part": attempt.parts.get().pk})] * 8)
    return len(jar.fulfilled)


@pytest.mark.promise(16)
def test_many_workers_at_one_part_fulfil_it_once(jar):
    holder = make_holder()
    assert {fulfil_at_once(holder, jar, number) for number in range(5)} == {1}


@pytest.mark.promise(16)
def test_without_the_claim_it_is_fulfilled_more_than_once(jar, monkeypatch):
    holder = make_holder()
    monkeypatch.setattr(fulfil, "claim", lambda part: True)

    assert breaks(lambda number: fulfil_at_once(holder, jar, number) > 1) >= 9
