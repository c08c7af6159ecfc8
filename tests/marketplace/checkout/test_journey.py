"""A guest's whole way: two sellers' goods, one payment by card, to the satang."""

import pytest

from marketplace.order.models import Order
from network.invariants import broken_invariants
from network.ledger.models import Account
from network.outbox.testing import drain
from network.payments.models import PaymentAttempt
from network.people.models import Message
from tests.marketplace.buying import create_goods, guest

pytestmark = pytest.mark.django_db


def balance(code):
    return Account.objects.get(code=code).balance()


def test_a_guest_buys_of_two_sellers_by_card(client, holder, stripe_sandbox, django_capture_on_commit_callbacks):
    scarf, sugar = create_goods(sellers=2)

    answer = guest(client, scarf, sugar).order(pay="stripe")

    assert answer.status_code == 302
    assert answer["Location"].startswith(stripe_sandbox.url)
    order, attempt = Order.objects.get(), PaymentAttempt.objects.get()
    first, second = order.consignments.all()
    assert order.total == attempt.amount == first.total + second.total
    assert [one.number for one in (first, second)] == [f"{order.number}-1", f"{order.number}-2"]
    assert {one.state for one in (first, second)} == {"unpaid"}

    stripe_sandbox.control("sessions/pay", session=attempt.provider_ref, method="card", outcome="paid")
    with django_capture_on_commit_callbacks(execute=True):
        back = client.get(f"/en/pay/{attempt.token}/returned/")
    assert back["Location"] == f"/en/orders/{order.token}/"
    drain()

    order.refresh_from_db()
    assert order.is_paid
    assert {one.state for one in order.consignments.all()} == {"new"}
    fee = sum(line.fee for line in order.lines.all())
    owed = [balance(f"payable:{one.seller.organisation.public_id}") for one in (first, second)]
    assert balance("fee:network") == fee == 138_00
    assert owed == [first.total - 69_00, second.total - 69_00]
    assert sum(owed) + fee == order.total
    assert balance(f"received:{attempt.public_id}") == 0
    assert broken_invariants() == {}
    told = {(message.template, message.to) for message in Message.objects.all()}
    assert ("order/messages/paid", "nok@example.org") in told
    assert len([template for template, _to in told if template == "consignments/messages/new"]) == 2
    assert client.get(back["Location"]).status_code == 200
