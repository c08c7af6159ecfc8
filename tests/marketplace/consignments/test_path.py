"""A consignment's way: one button at a time, who may press it, and what can be taken back."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from marketplace.consignments.actions import (
    accept_consignment,
    cancel_by_buyer,
    confirm_arrival,
    hand_over,
    make_ready,
    pack_consignment,
    refuse_consignment,
    send_consignment,
    undo_step,
)
from marketplace.consignments.exceptions import NotYours, TooLate, WrongState
from marketplace.consignments.models import Carrier, Consignment
from marketplace.partner.availability import units_left
from network.clock import moved
from network.invariants import broken_invariants
from network.outbox.testing import drain
from network.payments.models import Refund
from network.people.models import Message
from tests.marketplace.buying import create_goods, create_order
from tests.marketplace.consignments.test_paying import balance, cash_order, owed, pay
from tests.marketplace.factories import create_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def goods():
    [scarf] = create_goods(left=10)
    return scarf


@pytest.fixture
def consignment(holder, goods):
    return pay(create_order(goods, quantity=2)).consignments.get()


@pytest.fixture
def seller(goods):
    return goods.owner.person


def post():
    return Carrier.objects.get(code="thailand-post")


def states(consignment):
    return list(consignment.steps.standing().values_list("state", flat=True))


def test_a_consignment_goes_its_way_and_every_step_is_told_of(consignment, seller):
    accept_consignment(consignment, by=seller)
    pack_consignment(consignment, by=seller)
    send_consignment(consignment, by=seller, carrier=post(), tracking_number="ex 123456785 th")
    confirm_arrival(consignment)

    assert states(consignment) == ["new", "accepted", "packed", "sent", "done"]
    assert consignment.tracking_number == "EX123456785TH"
    assert consignment.tracking_link == "https://track.thailandpost.co.th/?trackNumber=EX123456785TH"
    assert [step.by for step in consignment.steps.all()] == [None, seller, seller, seller, None]


def test_a_second_press_of_the_same_button_changes_nothing(consignment, seller):
    stale = Consignment.objects.get(pk=consignment.pk)
    accept_consignment(consignment, by=seller)

    assert accept_consignment(stale, by=seller) is None
    assert states(consignment) == ["new", "accepted"]


def test_no_step_is_left_out(consignment, seller):
    with pytest.raises(WrongState):
        send_consignment(consignment, by=seller, carrier=post(), tracking_number="EX123456785TH")
    assert states(consignment) == ["new"]


def test_another_sellers_people_move_nothing(consignment):
    [other] = create_goods()

    for action in (accept_consignment, pack_consignment, make_ready, hand_over, undo_step):
        with pytest.raises(NotYours):
            action(consignment, by=other.owner.person)
    with pytest.raises(NotYours):
        refuse_consignment(consignment, by=create_person(), reason="no")
    assert states(consignment) == ["new"]
    assert Refund.objects.count() == 0


@pytest.mark.parametrize("number", ["EX123456784TH", "EX12345678TH", "1234", "EX123456785US", "<script>"])
def test_a_mistyped_tracking_number_is_noticed(consignment, seller, number):
    accept_consignment(consignment, by=seller)
    pack_consignment(consignment, by=seller)

    with pytest.raises(ValidationError):
        send_consignment(consignment, by=seller, carrier=post(), tracking_number=number)
    assert states(consignment)[-1] == "packed"


def test_the_buyer_hears_of_the_parcel_once_it_cannot_be_taken_back(consignment, seller):
    accept_consignment(consignment, by=seller)
    pack_consignment(consignment, by=seller)
    send_consignment(consignment, by=seller, carrier=post(), tracking_number="EX123456785TH")
    drain()
    assert not Message.objects.filter(template="order/messages/sent").exists()

    with moved(timedelta(minutes=3)):
        drain()

    assert Message.objects.get(template="order/messages/sent").to == "nok@example.org"


def test_what_is_undone_in_time_nobody_hears_of(consignment, seller):
    accept_consignment(consignment, by=seller)
    pack_consignment(consignment, by=seller)
    send_consignment(consignment, by=seller, carrier=post(), tracking_number="EX123456785TH")

    undo_step(consignment, by=seller)
    with moved(timedelta(minutes=3)):
        drain()

    assert Consignment.objects.get().state == "packed"
    assert not Message.objects.filter(template="order/messages/sent").exists()


def test_after_two_minutes_a_step_stands(consignment, seller):
    accept_consignment(consignment, by=seller)

    with moved(timedelta(minutes=3)), pytest.raises(TooLate):
        undo_step(consignment, by=seller)
    assert Consignment.objects.get().state == "accepted"


def test_a_payment_is_no_step_of_the_sellers_to_undo(consignment, seller):
    with pytest.raises(TooLate):
        undo_step(consignment, by=seller)


def test_a_buyer_may_cancel_until_it_is_packed_and_gets_everything_back(consignment, seller, goods):
    accept_consignment(consignment, by=seller)

    refund = cancel_by_buyer(consignment)
    drain()

    assert refund.amount == consignment.total
    assert owed(consignment) == balance("fee:network") == 0
    assert units_left([goods.ref]) == {goods.ref: 10}
    assert Message.objects.filter(template="consignments/messages/cancelled").count() == 1
    assert broken_invariants() == {}


def test_packed_goods_are_not_cancelled_by_their_buyer(consignment, seller):
    accept_consignment(consignment, by=seller)
    pack_consignment(consignment, by=seller)

    with pytest.raises(WrongState):
        cancel_by_buyer(consignment)
    assert Refund.objects.count() == 0


def test_a_stale_page_cancels_nothing_that_was_packed_meanwhile(consignment, seller, goods):
    stale = Consignment.objects.with_order().get(pk=consignment.pk)
    accept_consignment(consignment, by=seller)
    pack_consignment(consignment, by=seller)

    with pytest.raises(WrongState):
        cancel_by_buyer(stale)
    assert Refund.objects.count() == 0
    assert units_left([goods.ref]) == {goods.ref: 8}


def test_a_seller_who_cannot_send_gives_a_reason_and_the_buyer_her_money(consignment, seller, goods):
    with pytest.raises(ValueError, match="reason"):
        refuse_consignment(consignment, by=seller, reason=" ")

    refuse_consignment(consignment, by=seller, reason="ฝนตกหนัก ทอไม่ทัน")
    drain()

    refund = Refund.objects.get()
    assert (refund.amount, refund.reason) == (consignment.total, "ฝนตกหนัก ทอไม่ทัน")
    assert "order/messages/refused" in set(Message.objects.values_list("template", flat=True))
    assert units_left([goods.ref]) == {goods.ref: 10}


def test_cancelling_twice_refunds_once(consignment):
    stale = Consignment.objects.with_order().get(pk=consignment.pk)
    cancel_by_buyer(consignment)

    assert cancel_by_buyer(stale) is None
    assert Refund.objects.count() == 1


def test_one_sellers_part_goes_back_and_the_others_goes_on(holder):
    scarf, sugar = create_goods(sellers=2, left=5)
    order = pay(create_order(scarf, sugar))
    first, second = order.consignments.with_order()

    cancel_by_buyer(first)

    assert owed(first) == 0
    assert owed(second) == second.total - 69_00
    assert units_left([scarf.ref, sugar.ref]) == {scarf.ref: 5, sugar.ref: 4}
    assert broken_invariants() == {}


def test_fetched_goods_are_made_ready_and_handed_over_for_cash(holder):
    order = cash_order()
    consignment = order.consignments.get()
    seller = consignment.seller.organisation.memberships.get().user
    accept_consignment(consignment, by=seller)
    pack_consignment(consignment, by=seller)
    make_ready(consignment, by=seller)

    hand_over(consignment, by=seller)
    drain()

    order.refresh_from_db()
    assert order.is_paid
    assert Consignment.objects.get().state == "done"
    assert balance("fee:network") == 69_00
    assert broken_invariants() == {}


def test_a_cash_order_that_is_cancelled_ends_its_payment_too(holder):
    order = cash_order()
    consignment = order.consignments.get()

    assert cancel_by_buyer(consignment) is None

    order.refresh_from_db()
    assert order.status == "cancelled"
    assert units_left([order.lines.get().listing_ref]) == {order.lines.get().listing_ref: 10}


def test_a_buyer_reaches_the_maker_as_far_as_she_lets_buyers_see_it(client, consignment, seller):
    organisation, page = consignment.seller.organisation, consignment.order.get_absolute_url()
    organisation.contact_phone, organisation.contact_line = "+66812345678", "@weavers"
    organisation.save()
    accept_consignment(consignment, by=seller)
    pack_consignment(consignment, by=seller)
    assert "+66812345678" not in client.get(page).content.decode()

    organisation.contacts_shown = "buyers"
    organisation.save()
    send_consignment(Consignment.objects.get(), by=seller, carrier=post(), tracking_number="EX123456785TH")
    with moved(timedelta(hours=1)):
        drain()

    shown = client.get(page).content.decode()
    assert 'href="tel:+66812345678"' in shown
    assert 'href="https://line.me/R/ti/p/%40weavers"' in shown
    assert "081 234 5678 · LINE @weavers" in Message.objects.get(template="order/messages/sent").body
