"""Placing an order by its action: what it costs the database, and what it refuses."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from marketplace.basket.models import Basket
from marketplace.checkout.actions import place_order
from marketplace.checkout.exceptions import BasketGone, GoodsGone, PaymentRefused, QuoteChanged
from marketplace.checkout.numbers import is_order_number, with_check_digit
from marketplace.order.models import Order
from network.capacity.models import Pool
from network.words.public_ids import new_token
from tests.marketplace.buying import a_buyer, agreement, create_goods, create_order, fill, order_of

pytestmark = pytest.mark.django_db


def queries_of(lines):
    goods = create_goods(sellers=1, per_seller=lines)
    agreed = agreement(fill(*goods), a_buyer())
    with CaptureQueriesContext(connection) as seen:
        place_order(**agreed)
    return seen


def test_an_order_of_three_lines_asks_forty_times_and_four_more_a_line(holder):
    create_order()

    three, ten = queries_of(3), queries_of(10)

    assert len(three) <= 40, "\n".join(query["sql"][:150] for query in three)
    assert len(ten) - len(three) <= 4 * 7


def test_the_same_key_gives_the_same_order(holder):
    basket, key = fill(*create_goods()), new_token()

    assert order_of(basket, key=key) == order_of(basket, key=key)
    assert Order.objects.count() == 1


def test_a_basket_is_ordered_once_whatever_the_key(holder):
    basket = fill(*create_goods())
    order_of(basket)

    with pytest.raises(BasketGone):
        order_of(basket)
    assert Order.objects.count() == 1


def test_a_refused_order_leaves_the_basket_open_and_the_goods_free(holder):
    [scarf] = create_goods(left=3)
    basket = fill(scarf, quantity=2)

    for refused, given in [
        (QuoteChanged, {"total_seen": 1}),
        (QuoteChanged, {"ways": {}}),
        (QuoteChanged, {"ways": {scarf.owner.public_id: "teleport"}}),
        (PaymentRefused, {"gateway": "cash_on_pickup"}),
        (PaymentRefused, {"gateway": "barter"}),
    ]:
        with pytest.raises(refused):
            order_of(basket, **given)

    assert Basket.objects.get().status == Basket.OPEN
    assert Pool.objects.get(ref=scarf.ref).taken == 0
    assert Order.objects.count() == 0


def test_goods_that_nobody_counted_are_gone(holder):
    [scarf] = create_goods()
    basket = fill(scarf)
    pool = Pool.objects.get(ref=scarf.ref)
    pool.delete()

    with pytest.raises((GoodsGone, QuoteChanged)):
        order_of(basket)


def test_order_numbers_follow_no_basket_and_notice_a_slip_of_the_finger(holder):
    first, second = create_order(), create_order()

    assert is_order_number(first.number)
    assert is_order_number(second.number)
    assert int(second.number) // 10 == int(first.number) // 10 + 1
    assert not is_order_number(first.number[:-1] + str((int(first.number[-1]) + 1) % 10))
    assert with_check_digit(7992739871) == "79927398713"
