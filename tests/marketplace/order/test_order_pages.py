"""A buyer's pages: by token, by number and contact, and what may be done there."""

from datetime import timedelta

import pytest

from marketplace.basket.models import Line as BasketLine
from marketplace.consignments.payments import attempts_of, begin_payments
from marketplace.order.models import Order
from network.clock import moved
from network.payments.actions import cancel_attempt
from network.payments.models import PaymentAttempt, Refund
from tests.marketplace.buying import create_goods, create_order
from tests.marketplace.consignments.test_paying import pay
from tests.marketplace.factories import create_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(holder):
    return create_order(*create_goods(sellers=2), language="en")


def url(order, *parts):
    return "/".join(["/en/orders", order.token, *map(str, parts), ""])


def find(client, number, contact):
    return client.post("/en/orders/", {"number": number, "contact": contact})


def test_an_unpaid_order_shows_where_to_pay(client, order):
    page = client.get(url(order)).content.decode()

    assert "Your order waits for its payment" in page
    assert attempts_of(order).get().get_absolute_url().replace("/th/", "/en/") in page


def test_who_has_handed_in_her_slip_is_told_so_and_is_not_offered_to_call_off(client, order):
    offered = client.get(url(order)).content.decode()
    assert "Cancel the whole order" in offered
    attempts_of(order).update(status=PaymentAttempt.Status.CHECKING)

    page = client.get(url(order)).content.decode()
    assert "Your payment is being checked" in page
    assert "Your order waits for its payment" not in page
    assert "Cancel the whole order" not in page


def test_an_order_whose_payment_is_checked_is_called_off_in_no_part(client, order):
    """An old page still has the button; an order may have several payments, and none of them is cancelled."""
    begin_payments(order, order.consignments.all(), "promptpay", turn=2)
    PaymentAttempt.objects.filter(pk=attempts_of(order).last().pk).update(status=PaymentAttempt.Status.CHECKING)

    page = client.post(url(order, "call-off"), follow=True).content.decode()

    assert "Your payment is being checked already. Please wait for the answer." in page
    assert sorted(attempts_of(order).values_list("status", flat=True)) == ["checking", "created"]


def test_a_paid_order_shows_its_way_and_its_receipt(client, order):
    pay(order)

    assert "The maker has your order" in client.get(url(order)).content.decode()
    receipt = client.get(url(order, "receipt")).content.decode()
    assert order.number in receipt
    assert "baht" in receipt


def test_an_unpaid_order_has_no_receipt(client, order):
    assert client.get(url(order, "receipt")).status_code == 404


def test_a_part_is_cancelled_and_its_money_goes_back(client, order):
    pay(order)

    client.post(url(order, 1, "cancel"))

    assert Refund.objects.get().amount == order.consignments.first().total
    assert "Cancelled. Your money is on its way back." in client.get(url(order)).content.decode()


def test_looking_cancels_nothing(client, order):
    assert client.get(url(order, 1, "cancel")).status_code == 405


def test_an_order_that_ended_may_be_paid_after_all_or_bought_again(client, order):
    cancel_attempt(attempts_of(order).get())
    order.refresh_from_db()
    assert "This order was not paid" in client.get(url(order)).content.decode()

    answer = client.post(url(order, "pay"), {"gateway": "promptpay"})
    assert answer["Location"] == attempts_of(order).last().get_absolute_url().replace("/th/", "/en/")
    order.refresh_from_db()
    assert order.is_waiting

    client.post(url(order, "again"))
    assert BasketLine.objects.filter(basket__status="Open").count() == 2


def test_after_a_day_prices_are_asked_anew(client, order):
    cancel_attempt(attempts_of(order).get())
    with moved(timedelta(hours=25)):
        client.post(url(order, "pay"), {"gateway": "promptpay"})

    assert attempts_of(order).count() == 1


def test_number_and_contact_lead_to_the_order(client, order):
    answer = find(client, f"#{order.number}-2", " NOK@example.org ")

    assert answer["Location"] == url(order)


def test_an_unknown_number_and_a_wrong_contact_get_the_same_answer(client, order):
    unknown, wrong = find(client, "1", "nok@example.org"), find(client, order.number, "other@example.org")

    assert unknown.status_code == wrong.status_code == 422
    assert unknown.context["form"].non_field_errors() == wrong.context["form"].non_field_errors()


@pytest.mark.usefixtures("within_a_minute")
def test_guessing_tokens_ends_soon(client, order):
    answers = [client.get(f"/en/orders/{'b' * 20}{number:07}/").status_code for number in range(15)]

    assert answers[0] == 404
    assert answers[-1] == 429


def test_a_link_ends_and_is_made_anew_for_whom_it_belongs(client, order):
    with moved(timedelta(days=181)):
        assert client.get(url(order)).status_code == 404
        answer = find(client, order.number, order.contact)
        assert client.get(answer["Location"]).status_code == 200

    assert Order.objects.get().token != order.token


def test_a_member_sees_her_own_orders_and_those_of_her_proved_contact(client, order):
    mine = create_order(user=create_person(email_verified=True), language="en")
    client.force_login(mine.user)
    assert list(client.get("/en/me/orders/").context["orders"]) == [mine]

    Order.objects.filter(pk=order.pk).update(contact=mine.user.email)
    assert set(client.get("/en/me/orders/").context["orders"]) == {mine, order}
