import pytest

from tests.network.payments.sandbox.running import session_params

PAID = ["payment_intent.created", "charge.succeeded", "payment_intent.succeeded", "checkout.session.completed"]


@pytest.fixture
def paid(client, sandbox):
    session = client.v1.checkout.sessions.create(session_params())
    sandbox.control("sessions/pay", session=session.id)
    return session


def types(found):
    return [event.type for event in found.data]


def test_a_payment_leaves_its_events_newest_first(client, paid):
    assert types(client.v1.events.list()) == PAID[::-1]


def test_an_event_holds_the_object_as_it_was_then(client, sandbox, paid):
    event = client.v1.events.list({"type": "charge.succeeded"}).data[0]
    client.v1.refunds.create({"charge": event.data.object.id})

    again = client.v1.events.retrieve(event.id)

    assert again.data.object.amount_refunded == 0
    assert (again.livemode, again.api_version) == (False, "2026-10-28.endive")
    assert client.v1.charges.retrieve(event.data.object.id).amount_refunded == 1234_50


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ({"type": "charge.succeeded"}, PAID[1:2]),
        ({"type": "payment_intent.*"}, [PAID[2], PAID[0]]),
        ({"types": ["checkout.session.completed", "charge.succeeded"]}, [PAID[3], PAID[1]]),
        ({"type": "payout.paid"}, []),
        ({"limit": 2}, [PAID[3], PAID[2]]),
    ],
)
def test_events_are_filtered_by_type(client, paid, wish, expected):
    assert types(client.v1.events.list(wish)) == expected


def test_events_are_filtered_by_time(client, sandbox, paid):
    sandbox.control("clock", advance=3600)
    client.v1.refunds.create({"payment_intent": client.v1.payment_intents.list().data[0].id})

    recent = client.v1.events.list({"created": {"gt": paid.created + 600}})

    assert types(recent) == ["charge.refunded", "refund.created"]


def test_pages_of_events_lose_and_repeat_nothing(client, paid):
    found = [event.type for event in client.v1.events.list({"limit": 1}).auto_paging_iter()]

    assert found == PAID[::-1]


def test_what_no_webhook_told_is_found_by_asking(client, sandbox, receiver):
    receiver.answers = [500] * 100
    sandbox.control("webhooks", retry_base=9999)
    session = client.v1.checkout.sessions.create(session_params())
    sandbox.control("sessions/pay", session=session.id)
    sandbox.control("deliveries/flush")

    assert types(client.v1.events.list({"delivery_success": False})) == PAID[::-1]
    assert client.v1.events.list().data[0].pending_webhooks == 1
    receiver.answers = []
    sandbox.control("deliveries/flush")
    assert types(client.v1.events.list({"delivery_success": False})) == []
    assert client.v1.events.list().data[0].pending_webhooks == 0
