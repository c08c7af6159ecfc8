import time

import pytest
import stripe

from tests.network.payments.sandbox.running import session_params


def test_a_new_session_is_open_unpaid_and_has_a_page(client, sandbox):
    session = client.v1.checkout.sessions.create(session_params(1234_50))

    assert session.id.startswith("cs_test_")
    assert (session.status, session.payment_status, session.payment_intent) == ("open", "unpaid", None)
    assert (session.amount_total, session.currency, session.livemode) == (1234_50, "thb", False)
    assert session.client_reference_id == "attempt:7"
    assert session.url == f"{sandbox.url}/c/pay/{session.id}"
    assert sandbox.ask("GET", f"/c/pay/{session.id}")[0] == 200


def test_the_total_is_the_sum_of_the_lines(client):
    lines = [
        {"price_data": {"currency": "thb", "unit_amount": 99_99, "product_data": {"name": "ก"}}, "quantity": 3},
        {"price_data": {"currency": "thb", "unit_amount": 0, "product_data": {"name": "ข"}}, "quantity": 1},
    ]

    session = client.v1.checkout.sessions.create(session_params(line_items=lines, expand=["line_items"]))

    assert session.amount_total == 299_97
    assert [(line.description, line.amount_total) for line in session.line_items.data] == [("ก", 299_97), ("ข", 0)]


def test_a_paid_session_leads_to_its_charge_and_fee(client, sandbox):
    session = client.v1.checkout.sessions.create(session_params(1000_00))
    sandbox.control("sessions/pay", session=session.id)

    paid = client.v1.checkout.sessions.retrieve(
        session.id, {"expand": ["payment_intent.latest_charge.balance_transaction"]}
    )

    intent = paid.payment_intent
    assert (paid.status, paid.payment_status, paid.url) == ("complete", "paid", None)
    assert (intent.status, intent.amount_received, intent.metadata["attempt"]) == ("succeeded", 1000_00, "7")
    assert intent.latest_charge.transfer_group == "order-9"
    assert intent.latest_charge.payment_method_details.card.last4 == "4242"
    assert intent.latest_charge.balance_transaction.fee == 36_50 + 10_00
    assert intent.latest_charge.balance_transaction.net == 953_50


@pytest.mark.parametrize(
    ("change", "param", "code"),
    [
        ({"mode": "subscription"}, "mode", "parameter_invalid"),
        ({"amount": 9_99}, "line_items", "amount_too_small"),
        ({"amount": 999_999_99, "quantity": 2}, "line_items", "amount_too_large"),
        ({"amount": -1}, "line_items[0][price_data][unit_amount]", "parameter_invalid_integer"),
        ({"amount": "๑๐๐๐"}, "line_items[0][price_data][unit_amount]", "parameter_invalid_integer"),
        ({"amount": 10.5}, "line_items[0][price_data][unit_amount]", "parameter_invalid_integer"),
        ({"quantity": 0}, "line_items[0][quantity]", "parameter_invalid_integer"),
        ({"currency": "usd"}, "line_items[0][price_data][currency]", "parameter_invalid"),
        ({"success_url": "javascript:alert(1)"}, "success_url", "url_invalid"),
        ({"success_url": "http://a.example;script-src/"}, "success_url", "url_invalid"),
        ({"success_url": "http://a.example:99999/"}, "success_url", "url_invalid"),
        ({"success_url": "http://a.example/\r\nX: 1"}, "success_url", "url_invalid"),
        ({"customer_email": "nobody"}, "customer_email", "email_invalid"),
        ({"client_reference_id": ""}, "client_reference_id", "parameter_invalid_empty"),
        ({"payment_method_types": ["paynow"]}, "payment_method_types[0]", "parameter_invalid"),
        ({"locale": "xx"}, "locale", "parameter_invalid"),
        ({"surprise": "1"}, "surprise", "parameter_unknown"),
        ({"expand": ["balance"]}, "expand", "parameter_invalid"),
    ],
)
def test_a_wrong_parameter_is_refused_by_name_and_nothing_is_made(client, change, param, code):
    params = session_params(change.pop("amount", 100_00))
    line = params["line_items"][0]
    line["quantity"] = change.pop("quantity", 1)
    line["price_data"]["currency"] = change.pop("currency", "thb")

    with pytest.raises(stripe.InvalidRequestError) as refusal:
        client.v1.checkout.sessions.create({**params, **change})

    assert (refusal.value.http_status, refusal.value.param, refusal.value.code) == (400, param, code)
    assert client.v1.checkout.sessions.list().data == []


def test_a_missing_parameter_is_named(client):
    params = session_params()
    del params["success_url"]

    with pytest.raises(stripe.InvalidRequestError) as refusal:
        client.v1.checkout.sessions.create(params)

    assert (refusal.value.param, refusal.value.code) == ("success_url", "parameter_missing")


@pytest.mark.parametrize(("minutes", "accepted"), [(29, False), (31, True), (24 * 60 - 1, True), (24 * 60 + 1, False)])
def test_a_session_lives_from_30_minutes_to_24_hours(client, minutes, accepted):
    params = session_params(expires_at=int(time.time()) + minutes * 60)

    if accepted:
        assert client.v1.checkout.sessions.create(params).expires_at == params["expires_at"]
    else:
        with pytest.raises(stripe.InvalidRequestError) as refusal:
            client.v1.checkout.sessions.create(params)
        assert refusal.value.param == "expires_at"


def test_without_expires_at_a_session_lives_a_day(client):
    session = client.v1.checkout.sessions.create(session_params())

    assert session.expires_at == session.created + 24 * 3600


def test_a_session_expires_by_the_sandbox_clock(client, sandbox):
    session = client.v1.checkout.sessions.create(session_params(expires_at=int(time.time()) + 1900))

    sandbox.control("clock", advance=1901)

    expired = client.v1.checkout.sessions.retrieve(session.id)
    assert (expired.status, expired.payment_status, expired.url) == ("expired", "unpaid", None)
    assert client.v1.events.list().data[0].type == "checkout.session.expired"
    assert sandbox.control_answer("sessions/pay", session=session.id)[0] == 409


def test_expiring_closes_the_session_and_its_intent(client, sandbox):
    session = client.v1.checkout.sessions.create(session_params())
    assert sandbox.submit(session, "promptpay")[0] == 303

    expired = client.v1.checkout.sessions.expire(session.id, {"expand": ["payment_intent"]})

    assert (expired.status, expired.payment_intent.status) == ("expired", "canceled")


def test_a_paid_session_cannot_be_expired(client, sandbox):
    session = client.v1.checkout.sessions.create(session_params())
    sandbox.control("sessions/pay", session=session.id)

    with pytest.raises(stripe.InvalidRequestError) as refusal:
        client.v1.checkout.sessions.expire(session.id)

    assert refusal.value.http_status == 400
    assert client.v1.checkout.sessions.retrieve(session.id).payment_status == "paid"


def test_an_unknown_session_is_404(client):
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        client.v1.checkout.sessions.retrieve("cs_test_nothing")

    assert (refusal.value.http_status, refusal.value.code) == (404, "resource_missing")


def test_an_attempt_is_found_again_by_hour_and_reference(client, sandbox):
    for number in range(7):
        client.v1.checkout.sessions.create(session_params(client_reference_id=f"attempt:{number}"))
    sandbox.control("clock", advance=2 * 3600)
    later = client.v1.checkout.sessions.create(session_params(client_reference_id="attempt:later"))

    hour = {"created": {"gte": later.created - 3 * 3600, "lte": later.created - 3600}, "limit": 3}
    found = list(client.v1.checkout.sessions.list(hour).auto_paging_iter())

    assert [each.client_reference_id for each in found] == [f"attempt:{number}" for number in (6, 5, 4, 3, 2, 1, 0)]


def test_lists_are_paged_forwards_and_backwards(client):
    ids = [client.v1.checkout.sessions.create(session_params()).id for _ in range(5)][::-1]

    first = client.v1.checkout.sessions.list({"limit": 2})
    second = client.v1.checkout.sessions.list({"limit": 2, "starting_after": first.data[-1].id})
    back = client.v1.checkout.sessions.list({"limit": 1, "ending_before": second.data[0].id})

    assert ([each.id for each in first.data], first.has_more) == (ids[:2], True)
    assert ([each.id for each in second.data], second.has_more) == (ids[2:4], True)
    assert ([each.id for each in back.data], back.has_more) == ([ids[1]], True)
    assert client.v1.checkout.sessions.list({"status": "complete"}).data == []


@pytest.mark.parametrize("wrong", [{"limit": 0}, {"limit": 101}, {"starting_after": "cs_test_no"}, {"created": "x"}])
def test_a_wrong_page_is_refused(client, wrong):
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        client.v1.checkout.sessions.list(wrong)

    assert refusal.value.http_status == 400
