"""What a payment does with an order: the books, the units, the news; once, to the satang."""

from datetime import timedelta

import pytest

from marketplace.catalogue.models import FeeRule
from marketplace.consignments.models import Consignment
from marketplace.consignments.payments import attempts_of
from marketplace.partner.availability import units_left
from network.cards.testing import CARDS
from network.clock import moved
from network.invariants import broken_invariants
from network.ledger.accounts import open_account
from network.ledger.models import Account, Entry
from network.outbox.testing import drain
from network.payments.actions import cancel_attempt, settle, sweep_attempts
from network.payments.gateways.base import Outcome, State
from network.payments.models import Refund
from network.people.models import Message
from tests.marketplace.buying import a_buyer, create_goods, create_holder, create_order, create_pick_up, fill, order_of
from tests.marketplace.factories import create_live_listing, create_seller

pytestmark = pytest.mark.django_db


def balance(code):
    account = Account.objects.filter(code=code).first()
    return account.balance() if account else 0


def owed(consignment):
    return balance(f"payable:{consignment.seller.organisation.public_id}")


def pay(order, *, amount=None):
    """The money of every open payment of the order has come."""
    for attempt in attempts_of(order).open():
        settle(attempt, outcome=Outcome(State.PAID, amount or attempt.amount))
    drain(leave=CARDS)
    order.refresh_from_db()
    return order


def told():
    return sorted(Message.objects.values_list("template", flat=True))


def test_an_order_stands_with_its_goods_held_before_any_money(holder):
    [scarf] = create_goods(left=10)

    order = create_order(scarf, quantity=3)

    [attempt] = attempts_of(order)
    assert order.is_waiting
    assert units_left([scarf.ref]) == {scarf.ref: 7}
    assert (attempt.amount, attempt.holder) == (order.total, holder)
    assert Entry.objects.count() == 0


def test_the_sale_is_booked_as_it_was_frozen(holder):
    FeeRule.objects.create(position=1, fee_bp=850)
    [scarf] = create_goods(satang=333_33)
    scarf.fund_ref, scarf.fund_share_bp = "fund:weavers", 500
    scarf.save()
    order = create_order(scarf, quantity=3)
    FeeRule.objects.update(fee_bp=5000)

    pay(order)

    [line], [consignment] = order.lines.all(), order.consignments.all()
    assert (line.total, line.fee_bp, line.fee, line.fund_share) == (999_99, 850, 85_00, 50_00)
    assert balance("fee:network") == 85_00
    assert balance("fund:weavers:available") == 50_00
    assert owed(consignment) == 999_99 - 85_00 - 50_00 + consignment.shipping
    assert consignment.state == "new"
    assert (order.is_paid, order.paid_at is not None) == (True, True)


def test_vat_is_split_off_for_registered_sellers_only(holder):
    plain = create_live_listing(create_seller(), satang=107_00)
    registered = create_live_listing(create_seller(vat_registered=True), satang=107_00)

    order = create_order(plain, registered)

    assert [line.vat for line in order.lines.all()] == [0, 7_00]
    assert [one.shipping_vat for one in order.consignments.all()] == [0, 2_29]


def test_paying_twice_books_once(holder):
    order = pay(create_order())
    [attempt] = attempts_of(order)

    settle(attempt, outcome=Outcome(State.PAID, attempt.amount))
    drain()

    assert Entry.objects.filter(kind="sale").count() == 1
    assert told().count("order/messages/paid") == 1


def test_a_wrong_amount_prepares_nothing(holder):
    order = create_order()

    pay(order, amount=order.total - 1)

    assert order.is_waiting
    assert Consignment.objects.get().state == "unpaid"
    assert balance("fee:network") == 0


def test_an_order_that_is_called_off_gives_everything_back(holder):
    [scarf] = create_goods(left=10)
    order = create_order(scarf, quantity=3)

    cancel_attempt(attempts_of(order).get())
    cancel = attempts_of(order).get()

    order.refresh_from_db()
    assert cancel.status == order.status == "cancelled"
    assert units_left([scarf.ref]) == {scarf.ref: 10}
    assert Consignment.objects.get().never_paid
    assert Consignment.objects.managed_by(scarf.owner.person).count() == 0


def test_time_that_runs_out_gives_everything_back(holder):
    [scarf] = create_goods(left=10)
    order = create_order(scarf, quantity=3)

    with moved(timedelta(minutes=31)):
        sweep_attempts(settle)

    order.refresh_from_db()
    assert order.status == "expired"
    assert units_left([scarf.ref]) == {scarf.ref: 10}


@pytest.mark.promise(18)
def test_money_that_comes_late_still_buys_what_is_there(holder):
    [scarf] = create_goods(left=3)
    order = create_order(scarf, quantity=3)
    attempt = attempts_of(order).get()
    with moved(timedelta(minutes=31)):
        sweep_attempts(settle)

        settle(attempt, outcome=Outcome(State.PAID, attempt.amount))
        drain()

    order.refresh_from_db()
    assert order.is_paid
    assert Consignment.objects.get().state == "new"
    assert units_left([scarf.ref]) == {scarf.ref: 0}
    assert broken_invariants() == {}


@pytest.mark.promise(18)
def test_money_that_comes_too_late_goes_back_at_once_and_the_buyer_is_told(holder):
    [scarf] = create_goods(left=3)
    late = create_order(scarf, quantity=3)
    attempt = attempts_of(late).get()
    with moved(timedelta(minutes=31)):
        sweep_attempts(settle)
        quicker = create_order(scarf, quantity=1)

        settle(attempt, outcome=Outcome(State.PAID, attempt.amount))
        drain()

    refund = Refund.objects.get()
    late.refresh_from_db()
    assert (refund.amount, refund.status) == (late.total, "needs_account")
    assert refund.due_at > refund.asked_at
    assert late.status == "expired"
    assert quicker.is_waiting
    assert units_left([scarf.ref]) == {scarf.ref: 2}
    assert balance(f"received:{attempt.public_id}") == 0
    assert balance(f"owed_back:{attempt.public_id}") == late.total
    assert {"order/messages/returned", "order/messages/refund_account"} <= set(told())


def cash_order(quantity=1):
    seller = create_seller()
    scarf = create_live_listing(seller, satang=690_00)
    create_pick_up(seller)
    return order_of(fill(scarf, quantity=quantity), gateway="cash_on_pickup", buyer=a_buyer(address=None))


def test_cash_lets_the_seller_begin_and_is_booked_when_it_is_in_her_hand(holder):
    order = cash_order()
    [consignment] = order.consignments.all()
    assert consignment.state == "new"

    pay(order)

    organisation = consignment.seller.organisation
    assert balance(f"payable:{organisation.public_id}") == 0
    assert balance(f"receivable:{organisation.public_id}") == 69_00
    assert balance(f"cash:hand:{order.ref}") == 0
    assert balance("fee:network") == 69_00


def test_what_a_seller_has_to_give_back_is_taken_from_her_next_sale_first(holder):
    first = cash_order()
    pay(first)
    seller = first.consignments.get().seller
    scarf = seller.listings.get()

    pay(create_order(scarf))

    assert balance(f"receivable:{seller.organisation.public_id}") == 0
    assert balance(f"payable:{seller.organisation.public_id}") == 690_00 - 69_00 + 35_00 - 69_00


def test_a_seller_with_an_account_of_her_own_is_paid_by_a_payment_of_its_own(holder):
    scarf, sugar = create_goods(sellers=2)
    own = create_holder(is_default=False, organisation=sugar.owner.organisation)

    order = create_order(scarf, sugar)

    first, second = order.consignments.all()
    assert {attempt.holder: attempt.amount for attempt in attempts_of(order)} == {
        holder: first.total,
        own: second.total,
    }
    settle(attempts_of(order).get(holder=own), outcome=Outcome(State.PAID, second.total))
    drain()
    order.refresh_from_db()
    assert order.is_waiting
    assert [one.state for one in order.consignments.all()] == ["unpaid", "new"]
    assert owed(second) == 0
    pay(order)
    assert order.is_paid
    assert owed(first) == first.total - 69_00
    assert broken_invariants() == {}


def test_half_of_two_payments_keeps_its_half(holder):
    scarf, sugar = create_goods(sellers=2, left=5)
    own = create_holder(is_default=False, organisation=sugar.owner.organisation)
    order = create_order(scarf, sugar)
    settle(attempts_of(order).get(holder=own), outcome=Outcome(State.PAID, order.consignments.all()[1].total))
    drain()

    with moved(timedelta(minutes=31)):
        sweep_attempts(settle)

    order.refresh_from_db()
    assert [one.state for one in order.consignments.all()] == ["cancelled", "new"]
    assert order.is_paid
    assert units_left([scarf.ref, sugar.ref]) == {scarf.ref: 5, sugar.ref: 4}


def test_a_fund_that_its_own_room_opened_is_the_same_account(holder):
    open_account("fund:weavers:available", limited=True, book="fund:weavers")
    [scarf] = create_goods()
    scarf.fund_ref, scarf.fund_share_bp = "fund:weavers", 500
    scarf.save()

    pay(create_order(scarf))

    assert balance("fund:weavers:available") == 34_50
