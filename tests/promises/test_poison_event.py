"""Promise 28: an event that cannot be read blocks no other, is given up after eight tries, and can be replayed."""

from datetime import timedelta

import pytest

from network.clock import frozen, now
from network.outbox import keeping
from network.outbox.actions import replay_promise
from network.outbox.keeping import keep_due
from network.outbox.models import Promise
from network.payments import promises
from network.payments.actions import process_event, receive_event
from network.payments.models import ProviderEvent
from tests.network.payments.test_webhook import event, signature


@pytest.fixture
def choking(monkeypatch, settings):
    """The site cannot digest what Stripe calls `poison`; returns how to cure it."""
    settings.STRIPE_WEBHOOK_SECRETS = ["whsec_of_the_tests"]
    monkeypatch.setattr(keeping, "PAUSE_GROWTH", 1)

    def choke(found):
        if found.kind == "poison":
            raise RuntimeError("this one cannot be read")
        process_event(found)

    monkeypatch.setattr(promises, "process_event", choke)
    return lambda: monkeypatch.setattr(promises, "process_event", process_event)


@pytest.mark.promise(28)
@pytest.mark.usefixtures("own_database")
def test_of_a_hundred_events_with_one_poison_ninety_nine_are_done_and_the_one_can_be_replayed(choking):
    for number in range(100):
        body = event(id=f"evt_{number}", type="poison" if number == 13 else "ping")
        receive_event(body, signature(body))
    began = now()
    with frozen(began):
        keep_due()
    assert ProviderEvent.objects.exclude(processed_at=None).count() == 99

    for tries in range(2, 9):
        assert Promise.objects.dead().count() == 0
        with frozen(began + timedelta(minutes=tries)):
            keep_due()
    dead = Promise.objects.dead().get()
    assert (dead.topic, dead.tries) == ("payments.event", 8)
    assert ProviderEvent.objects.get(processed_at=None).event_id == "evt_13"

    choking()
    with frozen(began + timedelta(minutes=9)):
        assert replay_promise(dead)
    with frozen(began + timedelta(minutes=10)):
        keep_due()
    assert not Promise.objects.dead().exists()
    assert not ProviderEvent.objects.filter(processed_at=None).exists()
