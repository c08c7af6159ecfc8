"""When a seller's money may be paid out, and asking for it."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from marketplace.consignments.actions import accept_consignment, pack_consignment, send_consignment
from marketplace.consignments.actions.undo import undo_step
from marketplace.consignments.models import Carrier
from marketplace.owed.actions import ask_seller_payouts
from marketplace.owed.due import due_to, due_to_each
from marketplace.owed.statement import owed_to, statement_of
from network.clock import moved
from network.organisations.actions import grant_role
from network.outbox.testing import drain
from network.payments.actions import (
    approve_payout,
    ask_refund,
    check_payout_account,
    enter_payout_account,
    record_payout,
    refuse_payout,
)
from network.payments.models import AttemptPart
from network.people.models import Message
from tests.marketplace.buying import create_goods, create_order
from tests.marketplace.consignments.test_paying import cash_order, pay
from tests.marketplace.factories import create_person

pytestmark = pytest.mark.django_db
SHARE = 690_00 - 69_00 + 35_00  # price less the network's tenth, plus delivery


@pytest.fixture
def scarf(holder):
    [listing] = create_goods(left=10)
    return listing


@pytest.fixture
def organisation(scarf):
    return scarf.owner.organisation


def send(order, by):
    consignment = order.consignments.get()
    accept_consignment(consignment, by=by)
    pack_consignment(consignment, by=by)
    return send_consignment(consignment, by=by, carrier=Carrier.objects.first())


def account_of(organisation, by):
    account = {"name": "กลุ่มทอผ้า", "bank": "Krungthai Bank", "account": "9001234567"}
    return check_payout_account(enter_payout_account(organisation, **account, by=by), by=create_person())


def test_a_sale_becomes_payable_seven_days_after_it_was_sent(scarf, organisation):
    order = pay(create_order(scarf))
    due = due_to(organisation)
    assert (due.now, due.later, due.next) == (0, SHARE, None)

    send(order, scarf.owner.person)
    due = due_to(organisation)
    assert (due.now, due.later, due.next.day) == (0, SHARE, localdate() + timedelta(days=7))

    with moved(timedelta(days=6, hours=23)):
        assert due_to(organisation).now == 0
    with moved(timedelta(days=7, minutes=1)):
        due = due_to(organisation)
        assert (due.now, due.later) == (SHARE, 0)


def test_a_step_taken_back_stops_the_clock(scarf, organisation):
    order = pay(create_order(scarf))
    send(order, scarf.owner.person)
    undo_step(order.consignments.get(), by=scarf.owner.person)

    with moved(timedelta(days=30)):
        assert due_to(organisation).now == 0


def test_what_was_given_back_is_not_waited_for(scarf, organisation):
    sent, other = pay(create_order(scarf)), pay(create_order(scarf))
    send(sent, scarf.owner.person)
    part = AttemptPart.objects.get(ref=f"order:{other.public_id}")
    ask_refund(part, amount=part.amount, reason="x", key="r")

    assert due_to(organisation).later == SHARE
    with moved(timedelta(days=8)):
        assert due_to(organisation).now == SHARE == owed_to(organisation).balance


def test_of_cash_that_she_has_in_hand_nothing_is_waited_for(holder):
    order = cash_order()
    organisation = order.consignments.get().seller.organisation
    assert due_to(organisation).coming == []

    pay(order)
    assert due_to(organisation).coming == []


def test_what_is_asked_for_is_no_longer_due_and_is_told_when_it_is_sent(scarf, organisation):
    seller, treasurer, other = scarf.owner.person, create_person(), create_person()
    send(pay(create_order(scarf)), seller)
    account_of(organisation, seller)

    with moved(timedelta(days=8)):
        [payout] = ask_seller_payouts([organisation], by=treasurer, key="form")
        assert ask_seller_payouts([organisation], by=treasurer, key="form") == [payout], "a double click"
        assert ask_seller_payouts([organisation], by=other, key="another") == []
        due = due_to(organisation)
        assert (payout.amount, due.now, due.asked) == (SHARE, 0, SHARE)

        approve_payout(payout, by=grant(other))
        record_payout(payout, by=other, bank_reference="BANK-1")
        drain()
    assert owed_to(organisation).balance == 0
    assert Message.objects.filter(user=seller, template="payments/messages/payout_sent").count() == 1
    _before, rows = statement_of(organisation)
    assert [(row.kind, row.amount, row.fee, row.gross) for row in rows] == [
        ("sale", SHARE, 69_00, 725_00),
        ("payout", -SHARE, 0, -SHARE),
    ]


def grant(person):
    grant_role(person, "treasurer")
    return person


def test_a_refused_payout_is_due_again(scarf, organisation):
    send(pay(create_order(scarf)), scarf.owner.person)
    account_of(organisation, scarf.owner.person)
    treasurer = create_person()

    with moved(timedelta(days=8)):
        [payout] = ask_seller_payouts([organisation], by=treasurer, key="form")
        refuse_payout(payout, by=treasurer)
        assert due_to(organisation).now == SHARE


def test_without_a_checked_account_nothing_is_asked_for(scarf, organisation):
    send(pay(create_order(scarf)), scarf.owner.person)
    account = {"name": "x", "bank": "Krungthai Bank", "account": "9001234567"}
    enter_payout_account(organisation, **account, by=scarf.owner.person)

    with moved(timedelta(days=8)):
        assert ask_seller_payouts([organisation], by=create_person(), key="form") == []


def test_a_refund_after_the_payout_becomes_a_debt(scarf, organisation):
    order = pay(create_order(scarf))
    send(order, scarf.owner.person)
    account_of(organisation, scarf.owner.person)
    with moved(timedelta(days=8)):
        ask_seller_payouts([organisation], by=create_person(), key="form")
        part = AttemptPart.objects.get(ref=f"order:{order.public_id}")
        ask_refund(part, amount=part.amount, reason="x", key="r")
        owed = owed_to(organisation)
    assert (owed.available, owed.to_recover) == (0, SHARE)


def test_many_sellers_cost_as_many_queries_as_one(holder, django_assert_num_queries):
    goods = create_goods(3, left=10)
    for listing in goods:
        send(pay(create_order(listing)), listing.owner.person)
    organisations = [listing.owner.organisation for listing in goods]

    with django_assert_num_queries(5):
        due_to_each(organisations[:1])
    with django_assert_num_queries(5):
        assert sum(due.later for due in due_to_each(organisations)) == 3 * SHARE
