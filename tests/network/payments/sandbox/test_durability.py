"""What stands in the file goes on after a restart, and after a kill -9."""

import pytest

from tests.network.payments.sandbox.running import SECRET, Receiver, RunningSandbox, session_params, wait_until


@pytest.fixture
def receiver():
    receiver = Receiver()
    yield receiver
    receiver.stop()


@pytest.fixture
def own(tmp_path, receiver):
    """A sandbox of this test's own, with its webhooks set on the command line."""
    running = RunningSandbox(
        tmp_path / "own.sqlite3", "--webhook-url", receiver.url, "--webhook-secret", f"{SECRET},whsec_old"
    )
    yield running
    running.stop()


def test_pending_webhooks_and_promptpay_timers_go_on_after_a_restart(own, receiver):
    own.control("webhooks", paused=True)
    own.control("settings", promptpay_delay=1.0)
    session = own.client().v1.checkout.sessions.create(session_params())
    own.control("sessions/pay", session=session.id, method="promptpay", outcome="later")

    own.stop()
    own.start()
    own.control("webhooks", paused=False)

    wait_until(lambda: own.client().v1.checkout.sessions.retrieve(session.id).payment_status == "paid")
    wait_until(lambda: receiver.types()[-1:] == ["checkout.session.async_payment_succeeded"])
    assert len(receiver.types()) == len(set(receiver.types())) == 7


def test_kept_replies_outlive_a_kill(own):
    key = {"idempotency_key": "pay:1"}
    first = own.client().v1.checkout.sessions.create(session_params(), key)

    own.kill()
    own.start()

    again = own.client().v1.checkout.sessions.create(session_params(), key)
    assert again.id == first.id
    assert again.last_response.headers["Idempotent-Replayed"] == "true"


def test_a_call_killed_before_it_executed_frees_its_key(own):
    own.control("faults", kind="hang", seconds=60)
    impatient = own.client(max_network_retries=0)
    headers = {"Authorization": "Bearer sk_test_1", "Idempotency-Key": "pay:1"}
    connection = own.begin("POST", "/v1/refunds", "payment_intent=pi_1", headers)
    wait_until(lambda: own.state()["kept_reply"])

    own.kill()
    own.start()
    connection.close()

    session = impatient.v1.checkout.sessions.create(session_params(), {"idempotency_key": "pay:1"})
    assert [each.id for each in impatient.v1.checkout.sessions.list().data] == [session.id]


def test_the_clock_offset_outlives_a_restart(own):
    own.control("clock", advance=86_400)

    own.stop()
    own.start()

    assert own.state()["setting"]["clock_offset"] == 86_400


def test_both_secrets_of_the_command_line_sign(own, receiver):
    session = own.client().v1.checkout.sessions.create(session_params())
    own.control("sessions/pay", session=session.id)
    wait_until(lambda: receiver.received)

    assert receiver.received[0][1].count("v1=") == 2


def test_a_reset_keeps_the_webhook_address_of_the_command_line(own, receiver):
    own.control("webhooks", url=None)

    own.control("reset")

    assert own.state()["setting"]["webhooks"]["url"] == receiver.url
