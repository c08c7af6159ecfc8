"""However often and at once a payment is reported, its effects happen once."""

import itertools
import random
import threading

import pytest
from django.db import connections

from network.ledger.models import Entry
from network.outbox.keeping import keep_due
from network.outbox.testing import drain
from network.payments.actions import fulfil, receive_event, settle, start_attempt
from network.payments.gateways import stripe as gateway
from network.payments.gateways.base import Outcome, State
from network.payments.models import AttemptPart, PaymentAttempt, ProviderEvent
from network.payments.promises import fulfil as fulfil_promise
from network.payments.promises import look_at_event
from tests.network.payments.conftest import balance, make_attempt, make_holder
from tests.network.payments.test_stripe import ADDRESSES
from tests.network.payments.test_webhook import event, signature

PAID = Outcome(State.PAID, 500_00, "THB", "pi_1")


def at_once(count, work):
    """Run `work(n)` in that many threads, all released together; returns what they raised."""
    barrier, errors = threading.Barrier(count), []

    def one(n):
        try:
            barrier.wait(timeout=30)
            work(n)
        except Exception as error:  # noqa: BLE001 - whatever happened is the finding
            errors.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=one, args=[n]) for n in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    return errors


@pytest.mark.promise(16)
@pytest.mark.usefixtures("own_database")
def test_twenty_callers_at_once_fulfil_once(jar):
    attempt = make_attempt(make_holder())

    errors = at_once(20, lambda n: settle(PaymentAttempt.objects.get(pk=attempt.pk), outcome=PAID))
    drain()

    assert errors == []
    assert jar.fulfilled == ["jar:one"]
    assert balance("payable:jar") == 500_00
    assert Entry.objects.filter(key=f"{attempt.ref}:paid").count() == 1


@pytest.mark.promise(16)
@pytest.mark.usefixtures("own_database")
def test_without_its_guard_the_same_callers_fulfil_more_than_once(jar, monkeypatch):
    attempt = make_attempt(make_holder())
    settle(attempt, outcome=PAID)
    AttemptPart.objects.update(status=AttemptPart.Status.OPEN)
    jar.fulfilled.clear()
    monkeypatch.setattr(fulfil, "claim", lambda part: True)

    at_once(20, lambda n: fulfil_promise({"part": attempt.parts.get().pk}))

    assert len(jar.fulfilled) > 1


@pytest.mark.promise(9)
@pytest.mark.usefixtures("own_database")
def test_the_same_submit_in_twenty_tabs_makes_one_attempt_and_one_session(jar, stripe_sandbox):
    holder = make_holder()

    def submit(n):
        attempt = make_attempt(holder, key="form-key", gateway="stripe")
        start_attempt(attempt, **ADDRESSES)

    assert at_once(20, submit) == []
    assert PaymentAttempt.objects.count() == 1
    assert len(gateway.client().v1.checkout.sessions.list({"limit": 100}).data) == 1


@pytest.mark.promise(25)
@pytest.mark.promise(26)
@pytest.mark.usefixtures("own_database")
def test_repeated_and_shuffled_events_leave_the_same_books(jar, stripe_sandbox, settings, soak):
    attempt = make_attempt(make_holder(), gateway="stripe")
    start_attempt(attempt, **ADDRESSES)
    attempt.refresh_from_db()
    stripe_sandbox.control("sessions/pay", session=attempt.provider_ref, method="card", outcome="paid")
    kinds = [
        "checkout.session.completed",
        "payment_intent.succeeded",
        "charge.succeeded",
        "charge.updated",
        "payment_intent.created",
    ]
    orders = list(itertools.permutations(kinds))
    chosen = orders if soak else random.Random(7).sample(orders, 6)
    books = set()
    for order in chosen:
        for kind in order:
            for copy in range(5 if soak else 2):
                body = event(id=f"evt_{kind}_{copy % 2}", type=kind, data={"object": {"id": attempt.provider_ref}})
                receive_event(body, signature(body))
        drain()
        books.add((Entry.objects.count(), balance("payable:jar"), len(jar.fulfilled)))
        ProviderEvent.objects.all().delete()

    assert books == {(3, 500_00, 1)}


@pytest.mark.promise(24)
@pytest.mark.usefixtures("own_database")
def test_an_event_and_its_promise_are_committed_together_or_not_at_all(monkeypatch, settings):
    settings.STRIPE_WEBHOOK_SECRETS = ["whsec_of_the_tests"]

    def dies(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("network.payments.actions.events.promise", dies)
    with pytest.raises(KeyboardInterrupt):
        receive_event(event(), signature(event()))
    assert ProviderEvent.objects.count() == 0

    monkeypatch.undo()
    settings.STRIPE_WEBHOOK_SECRETS = ["whsec_of_the_tests"]
    assert receive_event(event(), signature(event())) is not None
    assert receive_event(event(), signature(event())) is None
    assert ProviderEvent.objects.count() == 1


@pytest.mark.promise(28)
@pytest.mark.usefixtures("own_database")
def test_a_poison_event_blocks_no_other(monkeypatch, settings):
    settings.STRIPE_WEBHOOK_SECRETS = ["whsec_of_the_tests"]
    for n in range(20):
        body = event(id=f"evt_{n}", type="poison" if n == 7 else "ping")
        receive_event(body, signature(body))
    look = look_at_event.__globals__["process_event"]

    def choke(found):
        if found.kind == "poison":
            raise RuntimeError("this one cannot be read")
        look(found)

    monkeypatch.setitem(look_at_event.__globals__, "process_event", choke)
    keep_due()

    assert ProviderEvent.objects.get(processed_at=None).kind == "poison"
