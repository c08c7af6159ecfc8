import pytest

from tests.network.payments.sandbox.running import session_params, wait_until


@pytest.fixture
def session(client, sandbox):
    """A session whose QR the buyer is looking at."""
    session = client.v1.checkout.sessions.create(session_params(200_00, payment_method_types=["promptpay"]))
    assert sandbox.submit(session, "promptpay")[0] == 303
    return session


def how_it_stands(client, session):
    found = client.v1.checkout.sessions.retrieve(session.id, {"expand": ["payment_intent"]})
    return found.status, found.payment_status, found.payment_intent.status


def test_the_qr_page_draws_a_qr_that_pays_nobody(sandbox, session, client):
    html = sandbox.ask("GET", f"/c/pay/{session.id}/promptpay")[2]

    intent = client.v1.payment_intents.list().data[0]
    assert "<svg" in html
    assert intent.next_action.promptpay_display_qr_code.data.startswith("SANDBOX - NO REAL MONEY")
    assert how_it_stands(client, session) == ("open", "unpaid", "requires_action")


def test_paid_in_the_bank_app_completes_at_once(client, sandbox, session):
    status, headers, _ = sandbox.submit(session, "outcome", outcome="paid")

    assert (status, headers["Location"]) == (303, f"http://127.0.0.1:8000/th/back/?session={session.id}")
    assert how_it_stands(client, session) == ("complete", "paid", "succeeded")
    charge = client.v1.charges.list({"expand": ["data.balance_transaction"]}).data[0]
    assert charge.payment_method_details.type == "promptpay"
    assert (charge.balance_transaction.fee, charge.balance_transaction.net) == (3_30, 196_70)


def test_a_failed_payment_leaves_the_page_open(client, sandbox, session):
    assert sandbox.submit(session, "outcome", outcome="failed")[0] == 402

    assert how_it_stands(client, session) == ("open", "unpaid", "requires_payment_method")
    assert client.v1.balance_transactions.list().data == []


def test_money_comes_after_the_browser_was_closed(client, sandbox, session):
    sandbox.control("settings", promptpay_delay=0.2)

    sandbox.submit(session, "outcome", outcome="later")

    assert how_it_stands(client, session) == ("complete", "unpaid", "processing")
    wait_until(lambda: how_it_stands(client, session) == ("complete", "paid", "succeeded"))
    types = [event.type for event in client.v1.events.list().data]
    assert types.index("checkout.session.async_payment_succeeded") < types.index("checkout.session.completed")


@pytest.mark.parametrize(
    ("outcome", "paid", "intent"), [("succeeded", "paid", "succeeded"), ("failed", "unpaid", "requires_payment_method")]
)
def test_the_bench_decides_a_waiting_payment_once(client, sandbox, session, outcome, paid, intent):
    sandbox.submit(session, "outcome", outcome="later")

    sandbox.control("promptpay/settle", session=session.id, outcome=outcome)

    assert how_it_stands(client, session) == ("complete", paid, intent)
    assert client.v1.events.list().data[0].type == f"checkout.session.async_payment_{outcome}"
    assert sandbox.control_answer("promptpay/settle", session=session.id)[0] == 409
    sandbox.control("clock", advance=60)  # its timer is gone too
    assert how_it_stands(client, session) == ("complete", paid, intent)


def test_nothing_is_paid_on_a_qr_after_the_session_ended(client, sandbox, session):
    client.v1.checkout.sessions.expire(session.id)

    assert sandbox.submit(session, "outcome", outcome="paid")[0] == 200
    assert sandbox.control_answer("promptpay/settle", session=session.id)[0] == 409

    assert how_it_stands(client, session) == ("expired", "unpaid", "canceled")
    assert client.v1.charges.list().data == []


def test_a_buyer_may_change_from_qr_to_card(client, sandbox):
    session = client.v1.checkout.sessions.create(session_params())
    sandbox.submit(session, "promptpay")

    sandbox.submit(session, "card", number="4242424242424242", expiry="12/34", cvc="123")

    assert how_it_stands(client, session) == ("complete", "paid", "succeeded")
    assert len(client.v1.payment_intents.list().data) == 1
