import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import stripe

from tests.network.payments.sandbox.running import session_params, wait_until

KEY = {"idempotency_key": "pay:7"}


def test_the_same_key_replays_the_stored_reply(client):
    first = client.v1.checkout.sessions.create(session_params(), KEY)
    second = client.v1.checkout.sessions.create(session_params(), KEY)

    assert first.last_response.body == second.last_response.body
    assert "Idempotent-Replayed" not in first.last_response.headers
    assert second.last_response.headers["Idempotent-Replayed"] == "true"
    assert second.last_response.headers["Original-Request"] == first.last_response.headers["Request-Id"]
    assert len(client.v1.checkout.sessions.list().data) == 1


def test_the_same_key_with_other_parameters_is_refused(client):
    client.v1.checkout.sessions.create(session_params(100_00), KEY)

    with pytest.raises(stripe.IdempotencyError) as refusal:
        client.v1.checkout.sessions.create(session_params(100_01), KEY)

    assert refusal.value.http_status == 400
    assert len(client.v1.checkout.sessions.list().data) == 1


def test_the_same_key_for_another_call_is_refused(client):
    session = client.v1.checkout.sessions.create(session_params(), KEY)

    with pytest.raises(stripe.IdempotencyError):
        client.v1.checkout.sessions.expire(session.id, {}, KEY)

    assert client.v1.checkout.sessions.retrieve(session.id).status == "open"


def test_a_refusal_after_execution_began_is_kept(client, sandbox):
    session = client.v1.checkout.sessions.create(session_params(100_00))
    sandbox.control("sessions/pay", session=session.id)
    intent = client.v1.payment_intents.list().data[0].id
    too_much = {"payment_intent": intent, "amount": 100_01}

    for _ in range(2):
        with pytest.raises(stripe.InvalidRequestError) as refusal:
            client.v1.refunds.create(too_much, KEY)

    assert refusal.value.headers["Idempotent-Replayed"] == "true"


def test_a_refusal_of_the_parameters_is_not_kept(client):
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.checkout.sessions.create(session_params(mode="setup"), KEY)

    assert client.v1.checkout.sessions.create(session_params(), KEY).status == "open"


def test_a_500_is_kept_and_not_retried_by_the_client(client, sandbox):
    sandbox.control("faults", kind="error_500")

    for _ in range(2):
        with pytest.raises(stripe.APIError) as failure:
            client.v1.checkout.sessions.create(session_params(), KEY)

    assert failure.value.http_status == 500
    assert failure.value.headers["Idempotent-Replayed"] == "true"
    assert client.v1.checkout.sessions.list().data == []


def test_twenty_at_once_with_one_key_make_one_session(sandbox):
    start = threading.Barrier(20)

    def create(_):
        client = sandbox.client(max_network_retries=8)
        start.wait()
        return client.v1.checkout.sessions.create(session_params(), KEY).id

    with ThreadPoolExecutor(20) as pool:
        ids = set(pool.map(create, range(20)))

    assert len(ids) == 1
    assert len(sandbox.client().v1.checkout.sessions.list().data) == 1


def test_without_a_key_of_ours_twenty_at_once_make_twenty(sandbox):
    """The twin: it is the key that holds the number at one."""
    with ThreadPoolExecutor(20) as pool:
        list(pool.map(lambda _: sandbox.client().v1.checkout.sessions.create(session_params()), range(20)))

    assert len(list(sandbox.client().v1.checkout.sessions.list().auto_paging_iter())) == 20


def test_a_second_call_while_the_first_is_under_way_is_a_409(sandbox):
    sandbox.control("faults", kind="hang", seconds=0.6)
    client = sandbox.client(max_network_retries=0)
    slow = threading.Thread(target=client.v1.checkout.sessions.create, args=(session_params(), KEY))
    slow.start()
    wait_until(lambda: sandbox.state()["kept_reply"])

    with pytest.raises(stripe.APIError) as refusal:
        sandbox.client(max_network_retries=0).v1.checkout.sessions.create(session_params(), KEY)
    slow.join()

    assert refusal.value.http_status == 409
    assert refusal.value.json_body["error"]["code"] == "idempotency_key_in_use"
    assert len(client.v1.checkout.sessions.list().data) == 1


def test_a_key_is_forgotten_after_24_hours(client, sandbox):
    first = client.v1.checkout.sessions.create(session_params(), KEY)
    sandbox.control("clock", advance=24 * 3600 - 60)
    replayed = client.v1.checkout.sessions.create(session_params(), KEY)
    sandbox.control("clock", advance=120)
    made_anew = client.v1.checkout.sessions.create(session_params(), KEY)

    assert first.id == replayed.id
    assert first.id != made_anew.id


@pytest.mark.parametrize("key", ["", "x" * 256])
def test_a_key_has_1_to_255_characters(sandbox, key):
    headers = {"Authorization": "Bearer sk_test_1", "Idempotency-Key": key}
    assert sandbox.ask("POST", "/v1/refunds", "charge=ch_1", headers)[0] == 400
