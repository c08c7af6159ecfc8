"""Promise 24: whatever statement of the webhook a process is killed at, no event is lost and none has two effects."""

import os
import signal
from contextlib import contextmanager, nullcontext
from functools import partial

import pytest
from django.db import connection
from django.test import Client

from network.ledger.models import Entry
from network.outbox.models import Promise
from network.outbox.testing import drain
from network.payments.actions import events, start_attempt
from network.payments.models import PaymentAttempt, ProviderEvent
from network.payments.promises import look_at_event
from tests.network.payments.conftest import balance, make_attempt, make_holder
from tests.network.payments.test_stripe import ADDRESSES
from tests.network.payments.test_webhook import event, post, signature
from tests.processes import in_a_process_of_its_own
from tests.races import breaks

pytestmark = pytest.mark.usefixtures("own_database")


class Counter:
    """Counts the moments of a process: before and after each statement, before and after each commit."""

    def __init__(self, deadly=None):
        self.seen, self.deadly = 0, deadly

    def pass_by(self):
        self.seen += 1
        if self.seen == self.deadly:
            os.kill(os.getpid(), signal.SIGKILL)

    def around_statement(self, execute, *statement):
        self.pass_by()
        try:
            return execute(*statement)
        finally:
            self.pass_by()

    @contextmanager
    def counting(self):
        commit = connection._commit

        def counted_commit():
            self.pass_by()
            commit()
            self.pass_by()

        connection._commit = counted_commit
        with connection.execute_wrapper(self.around_statement):
            yield self
        connection._commit = commit


def killed_at(moment, work):
    """Let a process of its own do the work and be killed at that moment; whether it lived long enough to be killed."""

    def dies():
        connection.ensure_connection()
        with Counter(moment).counting():
            work()

    status = os.waitpid(in_a_process_of_its_own(dies), 0)[1]
    assert status in (0, signal.SIGKILL)
    return status == signal.SIGKILL


def hand_in(body):
    """Stripe posts it; only a 2xx tells Stripe to stop."""
    return post(Client(), body, signature(body)).status_code == 200


def moments_of(work):
    with Counter().counting() as counter:
        work()
    return counter.seen


@pytest.mark.promise(24)
def test_killed_between_any_two_statements_the_webhook_loses_and_doubles_none(settings, soak):
    settings.STRIPE_WEBHOOK_SECRETS = ["whsec_of_the_tests"]
    moments = moments_of(partial(hand_in, event(id="evt_first")))
    assert moments >= 6  # two statements and their commit at least, each with a before and an after
    kills = 0
    for number in range(200 if soak else moments):
        body = event(id=f"evt_{number}")
        kills += killed_at(number % moments + 1, partial(hand_in, body))
        assert hand_in(body)  # Stripe, which got no answer, asks again
        assert hand_in(body)

        kept = ProviderEvent.objects.get(event_id=f"evt_{number}")
        assert kept.body == body.decode()
        assert Promise.objects.filter(topic="payments.event", key=f"event:{kept.pk}").count() == 1
    assert kills == (200 if soak else moments)


@pytest.mark.promise(24)
def test_without_one_transaction_for_both_a_kill_loses_what_the_event_was_to_bring_about(settings, monkeypatch):
    """The twin: event and promise are committed one after the other, and the process dies between the two."""
    settings.STRIPE_WEBHOOK_SECRETS = ["whsec_of_the_tests"]
    monkeypatch.setattr(events.transaction, "atomic", nullcontext)
    write = events.promise

    def loses(number):
        body = event(id=f"evt_{number}")
        with monkeypatch.context() as bent:
            bent.setattr(events, "promise", lambda *args, **kwargs: os.kill(os.getpid(), signal.SIGKILL))
            assert killed_at(None, partial(hand_in, body))
        assert events.promise is write
        assert hand_in(body)
        kept = ProviderEvent.objects.get(event_id=f"evt_{number}")
        return not Promise.objects.filter(key=f"event:{kept.pk}").exists()

    assert breaks(loses) >= 9


def a_paid_attempt(sandbox, holder, number):
    attempt = make_attempt(holder, key=f"k{number}", gateway="stripe", parts=[("jar", f"jar:{number}", 500_00)])
    start_attempt(attempt, **ADDRESSES)
    attempt.refresh_from_db()
    sandbox.control("sessions/pay", session=attempt.provider_ref, method="card", outcome="paid")
    hand_in(event(id=f"evt_{number}", data={"object": {"id": attempt.provider_ref}}))
    return attempt, partial(look_at_event, {"event": ProviderEvent.objects.latest("pk").pk}, idempotency_key="x")


@pytest.mark.promise(24)
def test_killed_between_any_two_statements_the_booking_of_an_event_is_done_once_in_the_end(jar, stripe_sandbox, soak):
    holder = make_holder()
    for name in ("first", "second"):  # the first opens accounts that stand there ever after
        _attempt, work = a_paid_attempt(stripe_sandbox, holder, name)
        moments = moments_of(work)
        drain()
    kills = 0
    for number in range(0, moments, 1 if soak else 9):
        attempt, work = a_paid_attempt(stripe_sandbox, holder, number)
        kills += killed_at(number + 1, work)
        Promise.objects.unkept().update(leased_by="", leased_until=None)  # the lease of the dead runs out
        drain()

        attempt.refresh_from_db()
        assert attempt.status == PaymentAttempt.Status.SETTLED
        assert Entry.objects.filter(key__contains=attempt.public_id).count() == 3  # paid, sold, the fee
        assert balance(f"received:{attempt.public_id}") == 0
    assert kills == len(range(0, moments, 1 if soak else 9))
    assert balance("payable:jar") == 500_00 * (kills + 2)
