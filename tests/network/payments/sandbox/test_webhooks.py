import time

import pytest
import stripe

from tests.network.payments.sandbox.running import SECRET, session_params, wait_until

PAID = ["payment_intent.created", "charge.succeeded", "payment_intent.succeeded", "checkout.session.completed"]


def pay_once(sandbox):
    session = sandbox.client().v1.checkout.sessions.create(session_params())
    sandbox.control("sessions/pay", session=session.id)
    return session


def pay_while_paused(sandbox, **wishes):
    """Pay with deliveries held back, so that a flush delivers all of them at once."""
    sandbox.control("webhooks", paused=True, **wishes)
    return pay_once(sandbox)


def test_webhooks_are_signed_and_in_order(sandbox, receiver):
    session = pay_once(sandbox)
    wait_until(lambda: len(receiver.received) == 4)

    events = [stripe.Webhook.construct_event(body, signed, SECRET) for body, signed, _ in receiver.received]

    assert [event.type for event in events] == PAID
    assert events[-1].data.object.id == session.id
    assert events[-1].id == sandbox.client().v1.events.list().data[0].id


def test_a_wrong_secret_does_not_verify(sandbox, receiver):
    pay_once(sandbox)
    wait_until(lambda: receiver.received)
    body, signed, _ = receiver.received[0]

    with pytest.raises(stripe.SignatureVerificationError):
        stripe.Webhook.construct_event(body, signed, "whsec_of_somebody_else")


def test_during_a_rotation_both_secrets_verify(sandbox, receiver):
    sandbox.control("webhooks", secrets=["whsec_new", SECRET])
    pay_once(sandbox)
    wait_until(lambda: receiver.received)
    body, signed, _ = receiver.received[0]

    assert stripe.Webhook.construct_event(body, signed, SECRET).type == PAID[0]
    assert stripe.Webhook.construct_event(body, signed, "whsec_new").type == PAID[0]


def test_the_timestamp_may_be_skewed(sandbox, receiver):
    sandbox.control("webhooks", skew=-400)
    pay_once(sandbox)
    wait_until(lambda: receiver.received)
    body, signed, _ = receiver.received[0]

    with pytest.raises(stripe.SignatureVerificationError, match="tolerance"):
        stripe.Webhook.construct_event(body, signed, SECRET)


def test_a_receiver_that_fails_is_tried_again_until_it_succeeds(sandbox, receiver):
    receiver.answers = [500, 302, 404]
    sandbox.control("webhooks", retry_base=0.01)
    pay_once(sandbox)

    wait_until(lambda: len(receiver.received) == 7)

    by_event = {}
    for event, (_, _, status) in zip(receiver.events(), receiver.received, strict=True):
        by_event.setdefault(event["id"], []).append(status)
    assert len(by_event) == 4
    assert all(statuses[-1] == 200 and 200 not in statuses[:-1] for statuses in by_event.values())
    time.sleep(0.2)
    assert len(receiver.received) == 7


def test_retries_back_off_and_end_after_three_days(sandbox, receiver):
    pay_while_paused(sandbox, retry_base=100)
    receiver.answers = [500] * 1000
    waits = []
    for _ in range(3):
        sandbox.control("deliveries/flush")
        delivery = sandbox.state()["delivery"][0]
        waits.append(round(delivery["due_at"] - sandbox.state()["now"]))
    assert waits == [100, 200, 400]

    sandbox.control("clock", advance=3 * 24 * 3600)
    sandbox.control("deliveries/flush")

    assert {delivery["state"] for delivery in sandbox.state()["delivery"]} == {"exhausted"}
    assert sandbox.control("deliveries/flush") == {"tried": []}


def test_a_shop_that_is_down_hears_all_when_it_is_back(sandbox, receiver):
    sandbox.control("webhooks", url="http://127.0.0.1:9/nobody")
    pay_once(sandbox)
    wait_until(lambda: all(delivery["tries"] for delivery in sandbox.state()["delivery"]))

    sandbox.control("webhooks", url=receiver.url)

    wait_until(lambda: sorted(set(receiver.types())) == sorted(PAID))


def test_duplicates_come_as_often_as_wished(sandbox, receiver):
    pay_while_paused(sandbox, copies=[5, 5])

    sandbox.control("deliveries/flush")

    assert len(receiver.received) == 20
    assert len({event["id"] for event in receiver.events()}) == 4


def test_a_shuffle_follows_from_its_seed(sandbox, receiver):
    orders = []
    for seed in (1, 1, 2, 3):
        sandbox.control("reset")
        receiver.received.clear()
        pay_while_paused(sandbox, url=receiver.url, secrets=[SECRET], shuffle=True, seed=seed)
        sandbox.control("deliveries/flush")
        orders.append(receiver.types())

    assert orders[0] == orders[1]
    assert len({tuple(order) for order in orders}) > 1
    assert all(sorted(order) == sorted(PAID) for order in orders)


def test_dropped_webhooks_never_come_but_their_events_are_listed(sandbox, receiver):
    pay_while_paused(sandbox, drop=1.0)

    assert sandbox.control("deliveries/flush") == {"tried": []}

    assert receiver.received == []
    assert [event.type for event in sandbox.client().v1.events.list().data] == PAID[::-1]


def test_some_are_dropped_by_seed(sandbox, receiver):
    sandbox.control("webhooks", paused=True, drop=0.5, seed=4)
    for _ in range(10):
        pay_once(sandbox)

    sandbox.control("deliveries/flush")

    assert 5 < len(receiver.received) < 35


def test_a_delayed_webhook_comes_when_its_time_has_come(sandbox, receiver):
    sandbox.control("webhooks", delay=[3600, 3600])
    pay_once(sandbox)
    time.sleep(0.2)
    assert receiver.received == []

    sandbox.control("clock", advance=3601)

    wait_until(lambda: len(receiver.received) == 4)


def test_while_paused_nothing_is_sent(sandbox, receiver):
    pay_while_paused(sandbox)
    time.sleep(0.3)
    assert receiver.received == []

    sandbox.control("webhooks", paused=False)

    wait_until(lambda: receiver.types() == PAID)


def test_a_receiver_that_hangs_delays_no_timer_longer_than_its_own_timeout(sandbox, receiver):
    sandbox.control("webhooks", timeout=0.6)
    sandbox.control("settings", promptpay_delay=0.1)
    receiver.on_post = lambda: time.sleep(0.8)
    client = sandbox.client()
    session = client.v1.checkout.sessions.create(session_params())

    sandbox.control("sessions/pay", session=session.id, method="promptpay", outcome="later")

    wait_until(lambda: client.v1.checkout.sessions.retrieve(session.id).payment_status == "paid", seconds=1.8)


def test_events_are_delivered_in_any_order_on_demand(sandbox, receiver):
    pay_while_paused(sandbox)
    ids = [event.id for event in sandbox.client().v1.events.list().data]

    sandbox.control("events/deliver", events=[ids[2], ids[0], ids[2]])

    assert [event["id"] for event in receiver.events()] == [ids[2], ids[0], ids[2]]


def test_a_receiver_may_ask_the_api_while_it_is_told(sandbox, receiver):
    """The look-alike must not wait for itself: no lock is held while a webhook is sent."""
    pay_while_paused(sandbox)
    asked = []
    receiver.on_post = lambda: asked.append(sandbox.client().v1.checkout.sessions.list().data[0].payment_status)

    sandbox.control("deliveries/flush")

    assert asked == ["paid"] * 4


@pytest.mark.parametrize(
    "address",
    [
        "http://example.com/hook",
        "https://127.0.0.1/",
        "file:///etc",
        "",
        7,
        "http://[::1",
        "http://localhost/ก",
        "http://localhost/ a",
    ],
)
def test_webhooks_go_nowhere_but_to_this_machine(sandbox, address):
    assert sandbox.control_answer("webhooks", url=address)[0] == 400
    assert sandbox.state()["setting"]["webhooks"]["url"] is None
