from concurrent.futures import ThreadPoolExecutor

import pytest
import stripe

from tests.network.payments.sandbox.running import session_params


def pay(client, sandbox, amount=100_00, **how):
    session = client.v1.checkout.sessions.create(session_params(amount))
    sandbox.control("sessions/pay", session=session.id, **how)
    return client.v1.checkout.sessions.retrieve(session.id, {"expand": ["payment_intent.latest_charge"]}).payment_intent


def balance(client):
    found = client.v1.balance.retrieve()
    return found.available[0].amount + found.pending[0].amount


def test_a_card_is_refunded_at_once_in_parts_and_never_beyond_the_whole(client, sandbox):
    intent = pay(client, sandbox, 100_00)

    part = client.v1.refunds.create({"payment_intent": intent.id, "amount": 30_00, "metadata": {"order": "9"}})
    rest = client.v1.refunds.create({"charge": intent.latest_charge.id})

    assert (part.status, part.amount, part.metadata["order"]) == ("succeeded", 30_00, "9")
    assert (rest.status, rest.amount) == ("succeeded", 70_00)
    charge = client.v1.charges.retrieve(intent.latest_charge.id, {"expand": ["refunds"]})
    assert (charge.amount_refunded, charge.refunded) == (100_00, True)
    assert [refund.id for refund in charge.refunds.data] == [rest.id, part.id]
    assert balance(client) == -(3_65 + 10_00)


def test_more_than_is_left_is_refused_and_nothing_moves(client, sandbox):
    intent = pay(client, sandbox, 100_00)
    client.v1.refunds.create({"payment_intent": intent.id, "amount": 60_00})
    before = balance(client)

    with pytest.raises(stripe.InvalidRequestError) as refusal:
        client.v1.refunds.create({"payment_intent": intent.id, "amount": 40_01})

    assert (refusal.value.http_status, refusal.value.param) == (400, "amount")
    assert "greater than" in refusal.value.user_message
    assert len(client.v1.refunds.list().data) == 1
    assert balance(client) == before


def test_a_refunded_charge_is_refunded_no_more(client, sandbox):
    intent = pay(client, sandbox)
    client.v1.refunds.create({"payment_intent": intent.id})

    with pytest.raises(stripe.InvalidRequestError) as refusal:
        client.v1.refunds.create({"payment_intent": intent.id})

    assert refusal.value.code == "charge_already_refunded"


def test_of_twenty_full_refunds_at_once_one_is_accepted(client, sandbox):
    intent = pay(client, sandbox)

    def refund(_):
        try:
            return sandbox.client().v1.refunds.create({"payment_intent": intent.id}).status
        except stripe.InvalidRequestError as refusal:
            return refusal.code

    with ThreadPoolExecutor(20) as pool:
        outcomes = list(pool.map(refund, range(20)))

    assert sorted(outcomes) == ["charge_already_refunded"] * 19 + ["succeeded"]


def test_what_was_not_paid_is_not_refunded(client, sandbox):
    session = client.v1.checkout.sessions.create(session_params())
    sandbox.control_answer("sessions/pay", session=session.id, card="4000000000000002")
    intent = client.v1.payment_intents.list().data[0]

    for params in ({"payment_intent": intent.id}, {"charge": intent.latest_charge}):
        with pytest.raises(stripe.InvalidRequestError):
            client.v1.refunds.create(params)

    assert client.v1.refunds.list().data == []


@pytest.mark.parametrize(
    "wrong", [{}, {"amount": 1}, {"charge": "ch_1", "payment_intent": "pi_1"}, {"charge": "ch_no"}]
)
def test_a_refund_names_one_payment(client, wrong):
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.refunds.create(wrong)


def test_promptpay_waits_for_the_buyer_and_then_succeeds(client, sandbox):
    intent = pay(client, sandbox, method="promptpay")

    refund = client.v1.refunds.create({"payment_intent": intent.id, "instructions_email": "aunt@example.com"})

    assert (refund.id[:4], refund.status) == ("pyr_", "requires_action")
    assert refund.next_action.display_details.email_sent.email_sent_to == "aunt@example.com"
    sandbox.control("clock", advance=21)
    settled = client.v1.refunds.retrieve(refund.id)
    assert (settled.status, settled.next_action) == ("succeeded", None)


def test_a_refund_that_waits_for_the_buyer_can_be_canceled(client, sandbox):
    intent = pay(client, sandbox, method="promptpay")
    before = balance(client)
    refund = client.v1.refunds.create({"payment_intent": intent.id})
    assert balance(client) == before - 100_00

    canceled = client.v1.refunds.cancel(refund.id)

    assert (canceled.status, balance(client)) == ("canceled", before)
    assert client.v1.charges.retrieve(intent.latest_charge.id).amount_refunded == 0
    sandbox.control("clock", advance=60)
    assert client.v1.refunds.retrieve(refund.id).status == "canceled"


def test_a_failed_refund_puts_the_money_back_and_may_be_tried_again(client, sandbox):
    intent = pay(client, sandbox, method="promptpay")
    before = balance(client)
    refund = client.v1.refunds.create({"payment_intent": intent.id})

    sandbox.control("refunds/settle", refund=refund.id, status="failed", reason="declined")

    failed = client.v1.refunds.retrieve(refund.id, {"expand": ["failure_balance_transaction"]})
    assert (failed.status, failed.failure_reason) == ("failed", "declined")
    assert failed.failure_balance_transaction.amount == 100_00
    assert balance(client) == before
    assert client.v1.events.list({"types": ["refund.failed"]}).data[0].data.object.id == refund.id
    assert client.v1.refunds.create({"payment_intent": intent.id}).amount == 100_00


@pytest.mark.parametrize(
    ("path", "legal"),
    [
        (["pending", "succeeded"], True),
        (["requires_action", "pending", "failed"], True),
        (["pending", "requires_action", "canceled"], True),
        (["succeeded", "failed"], True),
        (["succeeded", "pending"], False),
        (["failed", "succeeded"], False),
        (["pending", "canceled", "succeeded"], False),
    ],
)
def test_the_bench_moves_a_refund_only_along_its_states(client, sandbox, path, legal):
    sandbox.control("settings", refund_start={"card": path[0]}, refund_delay=9999)
    intent = pay(client, sandbox)
    refund = client.v1.refunds.create({"payment_intent": intent.id})

    answers = [sandbox.control_answer("refunds/settle", refund=refund.id, status=status)[0] for status in path[1:]]

    assert answers[-1] == (200 if legal else 400)
    assert client.v1.refunds.retrieve(refund.id).status == (path[-1] if legal else path[-2])


@pytest.mark.parametrize(
    ("card", "first", "last"),
    [("4000000000007726", "pending", "succeeded"), ("4000000000005126", "succeeded", "failed")],
)
def test_stripes_refund_test_cards_behave(client, sandbox, card, first, last):
    intent = pay(client, sandbox, card=card)

    refund = client.v1.refunds.create({"payment_intent": intent.id})
    sandbox.control("clock", advance=21)

    assert (refund.status, client.v1.refunds.retrieve(refund.id).status) == (first, last)
