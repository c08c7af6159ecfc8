import pytest
import stripe

from tests.network.payments.sandbox.running import session_params
from tests.network.payments.sandbox.test_refunds import balance, pay

FEE = 500_00


@pytest.fixture
def intent(client, sandbox):
    return pay(client, sandbox, 1000_00)


def dispute_events(client):
    return [event.type for event in client.v1.events.list({"type": "charge.dispute.*"}).data][::-1]


def test_a_dispute_withdraws_amount_and_fee(client, sandbox, intent):
    before = balance(client)

    opened = sandbox.control("disputes/open", payment_intent=intent.id, reason="product_not_received")

    dispute = client.v1.disputes.retrieve(opened["id"], {"expand": ["charge"]})
    assert (dispute.status, dispute.amount, dispute.reason) == ("needs_response", 1000_00, "product_not_received")
    assert dispute.charge.disputed
    assert [(moved.amount, moved.fee) for moved in dispute.balance_transactions] == [(-1000_00, FEE)]
    assert balance(client) == before - 1000_00 - FEE
    assert dispute_events(client) == ["charge.dispute.created", "charge.dispute.funds_withdrawn"]


def test_a_won_dispute_brings_the_money_back_but_not_the_fee(client, sandbox, intent):
    before = balance(client)
    opened = sandbox.control("disputes/open", payment_intent=intent.id)

    sandbox.control("disputes/win", dispute=opened["id"])

    assert client.v1.disputes.retrieve(opened["id"]).status == "won"
    assert balance(client) == before - FEE
    assert dispute_events(client)[2:] == ["charge.dispute.funds_reinstated", "charge.dispute.closed"]


def test_a_lost_dispute_brings_nothing_back(client, sandbox, intent):
    before = balance(client)
    opened = sandbox.control("disputes/open", payment_intent=intent.id)

    client.v1.disputes.close(opened["id"])

    assert client.v1.disputes.retrieve(opened["id"]).status == "lost"
    assert balance(client) == before - 1000_00 - FEE
    assert dispute_events(client)[2:] == ["charge.dispute.closed"]
    assert sandbox.control_answer("disputes/win", dispute=opened["id"])[0] == 400


def test_part_of_a_charge_is_disputed_and_only_the_rest_refunded(client, sandbox, intent):
    opened = sandbox.control("disputes/open", payment_intent=intent.id, amount=400_00)
    assert client.v1.disputes.list({"payment_intent": intent.id}).data[0].amount == 400_00

    with pytest.raises(stripe.InvalidRequestError):
        client.v1.refunds.create({"payment_intent": intent.id, "amount": 600_01})
    client.v1.refunds.create({"payment_intent": intent.id, "amount": 600_00})
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        client.v1.refunds.create({"payment_intent": intent.id, "amount": 1})

    assert refusal.value.code == "charge_disputed"
    sandbox.control("disputes/win", dispute=opened["id"], amount=100_00)
    assert client.v1.refunds.create({"payment_intent": intent.id}).amount == 100_00


@pytest.mark.parametrize("amount", [0, -1, 1000_01])
def test_no_more_than_the_charge_is_disputed(client, sandbox, intent, amount):
    assert sandbox.control_answer("disputes/open", payment_intent=intent.id, amount=amount)[0] == 400
    assert client.v1.disputes.list().data == []


def test_promptpay_knows_no_disputes(client, sandbox):
    intent = pay(client, sandbox, method="promptpay")

    assert sandbox.control_answer("disputes/open", payment_intent=intent.id)[0] == 400


def test_one_test_card_is_disputed_by_itself(client, sandbox):
    session = client.v1.checkout.sessions.create(session_params())
    sandbox.control("sessions/pay", session=session.id, card="4000000000000259")

    assert client.v1.disputes.list().data[0].amount == 1234_50
