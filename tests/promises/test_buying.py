"""Promises 12, 13, 31, 32 and 34, kept by baskets, checkout and orders."""

from contextlib import suppress
from datetime import timedelta
from functools import partial
from urllib.parse import quote

import pytest

from marketplace.basket.models import Line
from marketplace.checkout.actions import place_order
from marketplace.checkout.exceptions import CheckoutError
from marketplace.consignments.models import Consignment
from marketplace.consignments.payments import attempts_of
from marketplace.offer.models import Benefit, Condition, ConditionalOffer, Range
from marketplace.order.models import Order
from marketplace.voucher.models import Voucher
from network.capacity import actions as capacity
from network.capacity.actions import expire_ended_holds
from network.capacity.models import Pool
from network.clock import moved, now
from network.invariants import broken_invariants
from network.locks import TryAgain
from network.outbox.testing import drain
from network.payments.actions import settle, sweep_attempts
from network.payments.gateways.base import Outcome, State
from network.payments.models import PaymentAttempt
from tests.marketplace.buying import (
    Shopper,
    a_buyer,
    agreement,
    create_goods,
    create_holder,
    create_order,
    create_pick_up,
    fill,
    guest,
)
from tests.promises.test_scarce_things import lifted_check
from tests.races import breaks, race

__all__ = ["lifted_check"]


@pytest.fixture
def unlimited(settings):
    settings.RATELIMIT_ENABLE = False


def try_to_order(agreed):
    """A rival presses the button, and again where the database was too busy to answer."""
    for _ in range(20):
        with suppress(TryAgain):
            return place_order(**agreed)
    raise AssertionError("never answered")


def orders_of(agreements):
    answers = race(*(partial(try_to_order, agreed) for agreed in agreements))
    assert all(isinstance(answer, (Order, CheckoutError)) for answer in answers), answers
    return [answer for answer in answers if isinstance(answer, Order)]


def buy_the_last_pieces(_number, *, buyers=20, pieces=5):
    """So many guests order one each at once; how many orders stand."""
    [scarf] = create_goods(left=pieces)
    won = orders_of([agreement(fill(scarf), a_buyer(contact=f"b{n}@example.org")) for n in range(buyers)])
    assert Pool.objects.get(ref=scarf.ref).taken == len(won)
    assert PaymentAttempt.objects.filter(parts__ref__in=[order.ref for order in won]).count() == len(won)
    return len(won)


@pytest.mark.promise(31)
def test_twenty_orders_for_five_pieces_are_five(own_database, soak):
    create_holder()

    assert {buy_the_last_pieces(number) for number in range(50 if soak else 2)} == {5}
    assert broken_invariants() == {}


@pytest.mark.promise(31)
@pytest.mark.slow
def test_without_the_guard_orders_are_oversold(lifted_check, monkeypatch):
    create_holder()
    monkeypatch.setattr(capacity, "GUARDED", False)
    # Everybody has looked in time; looking guards nothing.
    monkeypatch.setattr("marketplace.checkout.actions.placing.check", lambda *_seen: None)

    assert breaks(lambda number: buy_the_last_pieces(number, buyers=8, pieces=2) > 2) >= 9


@pytest.mark.promise(32)
def test_expiry_sweep_and_a_late_payment_at_once_lose_and_double_nothing(own_database, soak):
    create_holder()
    [scarf] = create_goods(left=5)

    for _ in range(100 if soak else 6):
        left = Pool.objects.get(ref=scarf.ref).left
        if not left:
            break
        order = create_order(scarf)
        attempt = attempts_of(order).get()
        paid = Outcome(State.PAID, attempt.amount)
        with moved(timedelta(minutes=31)):
            race(
                partial(patiently, sweep_attempts, settle),
                partial(patiently, expire_ended_holds),
                partial(patiently, settle, attempt, outcome=paid),
            )
            drain()
        order.refresh_from_db()
        assert order.is_paid
        assert Consignment.objects.get(order=order).state == "new"
        assert Pool.objects.get(ref=scarf.ref).left == left - 1
    assert broken_invariants() == {}


@pytest.mark.promise(32)
@pytest.mark.slow
def test_without_the_lock_the_units_of_an_order_come_back_twice(own_database, monkeypatch):
    """The twin: the tidying of ended holds runs to its end between the sweep's look at an order's and its writing."""
    create_holder()
    look = capacity.lock_holds

    def look_then_be_overtaken(ref):
        holds = look(ref)
        expire_ended_holds()
        return holds

    def come_back_twice(_number):
        [scarf] = create_goods(left=5)
        create_order(scarf, quantity=2)
        with moved(timedelta(minutes=31)), monkeypatch.context() as bent:
            create_order(scarf, quantity=3)  # held by another, with time left
            bent.setattr(capacity, "lock_holds", look_then_be_overtaken)
            bent.setattr(capacity, "lock_pools", lambda pks: list(Pool.objects.filter(pk__in=pks)))
            sweep_attempts(settle)
        return Pool.objects.get(ref=scarf.ref).taken < 3

    assert breaks(come_back_twice) >= 9


def patiently(action, *args, **kwargs):
    for _ in range(20):
        with suppress(TryAgain):
            return action(*args, **kwargs)
    raise AssertionError("never answered")


def create_voucher(code, usage=Voucher.SINGLE_USE):
    """A tenth off everything."""
    everything = Range.objects.create(name=code, includes_all_products=True)
    condition = Condition.objects.create(range=everything, type=Condition.COUNT, value=1)
    benefit = Benefit.objects.create(range=everything, type=Benefit.PERCENTAGE, value=10)
    voucher = Voucher.objects.create(
        name=code, code=code, usage=usage, start_datetime=now() - timedelta(1), end_datetime=now() + timedelta(1)
    )
    terms = {"condition": condition, "benefit": benefit, "offer_type": ConditionalOffer.VOUCHER}
    voucher.offers.add(ConditionalOffer.objects.create(name=code, **terms))
    return voucher


def use_a_voucher_at_once(number, *, buyers):
    voucher = create_voucher(f"GIFT{number}")
    [scarf] = create_goods(left=100, satang=500_00)
    baskets = [fill(scarf) for _ in range(buyers)]
    for basket in baskets:
        basket.vouchers.add(voucher)
    agreements = [{**agreement(basket, a_buyer()), "user": None} for basket in baskets]
    assert {agreed["total_seen"] for agreed in agreements} == {450_00 + 35_00}
    return len(orders_of(agreements))


@pytest.mark.promise(34)
def test_a_single_use_voucher_is_used_once(own_database, soak):
    create_holder()

    assert {use_a_voucher_at_once(number, buyers=20) for number in range(10 if soak else 1)} == {1}
    assert broken_invariants() == {}


@pytest.mark.promise(34)
@pytest.mark.slow
def test_without_the_guard_it_is_used_again(lifted_check, monkeypatch):
    create_holder()
    monkeypatch.setattr(capacity, "GUARDED", False)

    assert breaks(lambda number: use_a_voucher_at_once(number, buyers=4) > 1) >= 9


@pytest.mark.promise(34)
@pytest.mark.django_db
def test_a_voucher_of_an_order_that_was_never_paid_is_free_again():
    create_holder()
    voucher = create_voucher("GIFT")
    [scarf] = create_goods(satang=500_00)
    first, second = (fill(scarf) for _ in range(2))
    for basket in (first, second):
        basket.vouchers.add(voucher)
    order = place_order(**agreement(first, a_buyer()), user=None)
    with moved(timedelta(minutes=31)):
        sweep_attempts(settle)

        again = place_order(**agreement(second, a_buyer()), user=None)
        settle(attempts_of(again).get(), outcome=Outcome(State.PAID, again.total))
        drain()

    voucher.refresh_from_db()
    assert (order.total, again.total, voucher.num_orders) == (485_00, 485_00, 1)
    assert broken_invariants() == {}


TOTALS = ["", "0", "-1", "1", "NaN", "inf", "1e9", "9" * 30, "725.00", "72 500", "0x11b34", "free", "null", "[]", "{}"]
TOTALS += [str(72500 + off) for off in (-72499, -7250, -100, -2, -1, 1, 2, 100, 7250, 2**31, 2**63, 2**64)]
PAYS = [
    "",
    "free",
    "cash",
    "CASH_ON_PICKUP",
    "cash_on_pickup",
    "Stripe",
    "stripe ",
    "promptpay'",
    "0",
    "wallet",
    "points",
]
PAYS += [f"promptpay{mark}" for mark in ';"<>\0%ก']
WAYS = ["", "free", "none", "pickup", "pickup:", "pickup:x", "PARCEL", "cold", "parcel2", "0", "express;", "../parcel"]
WAYS += [f"parcel{mark}" for mark in "'\"<>\0%ก"] + ["x" * 500]
KEYS = ["", "1", "a" * 19, "a" * 41, "A" * 27, "ก" * 27, "a b" * 9, "'; drop table", "../" * 9, "0" * 500]


def tampered(form, seller, other):
    """Forms that differ from an honest one in one place."""
    way = f"way-{seller.public_id}"
    yield from ({**form, "total": total} for total in TOTALS)
    yield from ({**form, "pay": pay} for pay in PAYS)
    yield from ({**form, way: value} for value in WAYS)
    yield from ({**form, "key": key} for key in KEYS)
    yield from ({name: value for name, value in form.items() if name != gone} for gone in form)
    yield from ({**form, f"way-{ref}": "parcel"} for ref in ["", "x", other.public_id, seller.pk, "' or 1=1", "ก"])
    stolen = f"pickup:{other.pick_up_points.get().public_id}"
    yield from ({**form, way: stolen, "total": total} for total in ["69000", form["total"], "0"])
    # Prices that are wrong in two places that fit together.
    for cheap in range(1, 72500, 600):
        yield {**form, "total": str(cheap), "price": str(cheap), "currency": "THB", "line_price_incl_tax": "1.00"}


@pytest.mark.promise(12)
@pytest.mark.slow
@pytest.mark.one_database
@pytest.mark.django_db
def test_no_tampered_form_is_accepted(client, unlimited):
    create_holder()
    scarf, sugar = create_goods(sellers=2, satang=690_00)
    create_pick_up(sugar.owner)
    shopper = guest(client, scarf)
    form = {name: str(value) for name, value in shopper.form().items()} | {"pay": "promptpay"}
    assert form["total"] == "72500"
    corpus = list(tampered(form, scarf.owner, sugar.owner))
    assert len(corpus) >= 200

    for data in corpus:
        answer = client.post(shopper.path("checkout:review"), data)
        changed = {name: value for name, value in data.items() if form.get(name) != value}
        assert answer.status_code // 100 == 4, (answer.status_code, changed)

    assert Order.objects.count() == 0
    assert client.post(shopper.path("checkout:review"), form).status_code == 302
    assert Order.objects.get().total == 72500


@pytest.mark.promise(12)
@pytest.mark.django_db
def test_prices_sent_along_are_not_even_read(client, unlimited):
    create_holder()
    [scarf] = create_goods(satang=690_00)
    shopper = Shopper(client)
    path = shopper.path("basket:add", public_id=scarf.public_id)
    client.post(path, {"quantity": "1", "price": "1", "price_incl_tax": "0.01", "currency": "IDR", "stockrecord": "1"})
    shopper.details(price="1", total="1")

    shopper.order(pay="promptpay", price="1", currency="USD", discount="99")

    assert (Order.objects.get().total, Order.objects.get().currency) == (725_00, "THB")


QUANTITIES = [
    "",
    "0",
    "00",
    "-0",
    "-1",
    "-๑",
    "−1",
    "NaN",
    "nan",
    "inf",
    "-inf",
    "Infinity",
    "1e9",
    "1e1",
    "1E3",
    "0x10",
]
QUANTITIES += [
    "1.0",
    "1,0",
    "1.5",
    "½",
    "²",
    "①",
    "Ⅷ",
    "٣",
    "३",
    "৩",
    "六",
    "１e３",
    "1 000",
    "1_0",
    "+1",
    "1;",
    "' or 1=1",
]
QUANTITIES += [
    "11",
    "999",
    "1000",
    "999999",
    "1000000",
    "9" * 19,
    "9" * 400,
    "one",
    "null",
    "true",
    "[1]",
    "\0",
    "1\0",
    "🙂",
]


@pytest.mark.promise(13)
@pytest.mark.django_db
@pytest.mark.parametrize("view", ["add", "change", "restore"])
def test_no_strange_quantity_is_taken(client, unlimited, view):
    [scarf] = create_goods(left=10)
    shopper = Shopper(client)
    shopper.add(scarf, 3)
    path = shopper.path(f"basket:{view}", public_id=scarf.public_id)
    strange = QUANTITIES + ([] if view == "change" else ["8"])

    for written in strange:
        given = {"QUERY_STRING": f"quantity={quote(written)}"} if view == "restore" else {}
        answer = client.post(path, {"quantity": written}, **given)
        assert answer.status_code == 422, (written, answer.status_code)

    assert Line.objects.get().quantity == 3
