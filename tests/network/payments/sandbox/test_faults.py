import time

import pytest
import stripe

from tests.network.payments.sandbox.running import session_params

SESSIONS = "/v1/checkout/sessions"
KEY = {"idempotency_key": "pay:1"}


@pytest.mark.parametrize("times", [1, 2])
def test_a_reply_lost_after_success_is_had_again_by_the_clients_retry(client, sandbox, times):
    sandbox.control("faults", kind="drop_reply_after_success", path=SESSIONS, times=times)

    session = client.v1.checkout.sessions.create(session_params(), KEY)

    assert [each.id for each in client.v1.checkout.sessions.list().data] == [session.id]
    assert session.last_response.headers["Idempotent-Replayed"] == "true"


def test_a_reply_lost_more_often_than_the_client_retries_still_made_one_session(client, sandbox):
    sandbox.control("faults", kind="drop_reply_after_success", path=SESSIONS, times=3)

    with pytest.raises(stripe.APIConnectionError):
        client.v1.checkout.sessions.create(session_params(), KEY)

    made = client.v1.checkout.sessions.list().data
    assert len(made) == 1
    assert client.v1.checkout.sessions.create(session_params(), KEY).id == made[0].id


def test_with_a_new_key_for_each_try_a_lost_reply_makes_two(sandbox):
    """The twin: a key that does not survive the failure guards nothing."""
    sandbox.control("faults", kind="drop_reply_after_success", path=SESSIONS)
    client = sandbox.client(max_network_retries=0)

    with pytest.raises(stripe.APIConnectionError):
        client.v1.checkout.sessions.create(session_params(), {"idempotency_key": "one"})
    client.v1.checkout.sessions.create(session_params(), {"idempotency_key": "two"})

    assert len(client.v1.checkout.sessions.list().data) == 2


def test_a_dropped_request_did_nothing(sandbox):
    sandbox.control("faults", kind="drop_request")
    client = sandbox.client(max_network_retries=0)

    with pytest.raises(stripe.APIConnectionError):
        client.v1.checkout.sessions.create(session_params())

    assert client.v1.checkout.sessions.list().data == []


def test_a_500_may_come_after_the_work_was_done(client, sandbox):
    sandbox.control("faults", kind="error_500", effect=True)

    with pytest.raises(stripe.APIError):
        client.v1.checkout.sessions.create(session_params(), KEY)

    assert len(client.v1.checkout.sessions.list().data) == 1


def test_a_rate_limit_keeps_nothing_under_the_key(sandbox):
    sandbox.control("faults", kind="rate_limit")
    client = sandbox.client(max_network_retries=0)

    with pytest.raises(stripe.RateLimitError) as refusal:
        client.v1.checkout.sessions.create(session_params(), KEY)

    assert refusal.value.http_status == 429
    assert client.v1.checkout.sessions.create(session_params(), KEY).status == "open"


def test_a_hanging_call_answers_after_its_seconds(client, sandbox):
    sandbox.control("faults", kind="hang", seconds=0.5, method="GET", path="/v1/events")
    began = time.monotonic()

    client.v1.events.list()

    assert time.monotonic() - began >= 0.5


def test_a_client_that_gives_up_waiting_finds_its_session_later(sandbox):
    sandbox.control("faults", kind="hang", seconds=0.5)
    impatient = sandbox.client(max_network_retries=0, http_client=stripe.RequestsClient(timeout=0.1))

    with pytest.raises(stripe.APIConnectionError):
        impatient.v1.checkout.sessions.create(session_params(), KEY)

    session = sandbox.client(max_network_retries=5).v1.checkout.sessions.create(session_params(), KEY)
    assert [each.id for each in sandbox.client().v1.checkout.sessions.list().data] == [session.id]


def test_a_fault_meets_only_the_calls_it_was_set_for(client, sandbox):
    sandbox.control("faults", kind="error_500", path="/v1/refunds*")

    assert client.v1.checkout.sessions.create(session_params()).status == "open"
    assert sandbox.control("faults/clear") == {"cleared": 1}
