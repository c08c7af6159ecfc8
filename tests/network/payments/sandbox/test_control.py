import json

import pytest

from tests.network.payments.sandbox.running import session_params


@pytest.mark.parametrize(
    ("command", "given"),
    [
        ("clock", {"advance": "soon"}),
        ("clock", {"advance": True}),
        ("clock", {"advance": 1e300}),
        ("clock", {"forward": 5}),
        ("faults", {}),
        ("faults", {"kind": "earthquake"}),
        ("faults", {"kind": "hang", "seconds": -1}),
        ("faults", {"kind": "hang", "times": 0}),
        ("webhooks", {"colour": 1}),
        ("webhooks", {"copies": 5}),
        ("webhooks", {"copies": [2, 1]}),
        ("webhooks", {"copies": [0.5, 2]}),
        ("webhooks", {"copies": [1, None]}),
        ("webhooks", {"delay": [-1, 2]}),
        ("webhooks", {"drop": 2}),
        ("webhooks", {"skew": 1.5}),
        ("webhooks", {"seed": None}),
        ("webhooks", {"shuffle": 1}),
        ("webhooks", {"paused": "yes"}),
        ("webhooks", {"secrets": "whsec_1"}),
        ("settings", {"clock_offset": 1}),
        ("settings", {"refund_start": {"card": "lost"}}),
        ("settings", {"refund_start": {"cash": "failed"}}),
        ("sessions/pay", {"session": "cs_test_no"}),
        ("sessions/pay", {"session": 7}),
        ("sessions/pay", {"session": {}}),
        ("sessions/pay", {"session": "cs_test_no", "outcome": "maybe"}),
        ("events/deliver", {"events": [7]}),
        ("faults", {"kind": "hang", "times": 1e30}),
        ("refunds/settle", {"refund": "re_no", "status": "done"}),
        ("disputes/open", {}),
        ("events/deliver", {"events": ["evt_no"]}),
        ("nothing", {}),
    ],
)
def test_a_wrong_command_is_refused_with_a_reason(sandbox, command, given):
    before = sandbox.state()["setting"]

    status, found = sandbox.control_answer(command, **given)

    assert status in (400, 404)
    assert found["error"]["message"]
    assert sandbox.state()["setting"] == before


@pytest.mark.parametrize("body", ["", "[]", "nonsense", '"text"', "\xff"])
def test_a_body_that_is_no_object_is_refused(sandbox, body):
    headers = {"Content-Type": "application/json"}

    status = sandbox.ask("POST", "/_control/faults", body.encode("latin-1"), headers)[0]

    assert status == 400


def test_a_form_of_a_foreign_page_commands_nothing(sandbox):
    headers = {"Content-Type": "text/plain"}

    assert sandbox.ask("POST", "/_control/reset", "{}", headers)[0] == 415


def test_an_object_may_be_tampered_with(client, sandbox):
    session = client.v1.checkout.sessions.create(session_params(100_00))
    sandbox.control("sessions/pay", session=session.id)

    sandbox.control("objects/change", id=session.id, set={"amount_total": 1, "livemode": True, "id": "x"})

    changed = client.v1.checkout.sessions.retrieve(session.id)
    assert (changed.amount_total, changed.livemode, changed.id) == (1, True, session.id)


def test_a_declined_card_is_an_answer(client, sandbox):
    session = client.v1.checkout.sessions.create(session_params())

    status, found = sandbox.control_answer("sessions/pay", session=session.id, card="4000000000000069")

    assert (status, found["error"]["decline_code"]) == (409, "expired_card")


def test_all_open_sessions_expire_at_once(client, sandbox):
    made = [client.v1.checkout.sessions.create(session_params()).id for _ in range(3)]
    sandbox.control("sessions/pay", session=made[0])

    assert sorted(sandbox.control("sessions/expire")["expired"]) == sorted(made[1:])


def test_reset_forgets_everything(client, sandbox):
    client.v1.checkout.sessions.create(session_params(), {"idempotency_key": "k"})
    sandbox.control("clock", advance=99)
    sandbox.control("faults", kind="hang")

    sandbox.control("reset")

    state = sandbox.state()
    assert (state["document"], state["kept_reply"], state["fault"], state["timer"]) == ({}, [], [], [])
    assert state["setting"]["clock_offset"] == 0


def test_health_says_so(sandbox):
    status, _, body = sandbox.ask("GET", "/_control/health")

    assert (status, json.loads(body)["ok"]) == (200, True)
