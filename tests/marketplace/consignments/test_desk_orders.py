"""A seller's orders at the desk: one button a step, nothing of another seller, everything she did by mistake undone."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from marketplace.consignments.models import Consignment
from marketplace.owed.statement import owed_to
from network.cards.testing import CARDS
from network.clock import frozen, now
from network.desk.registry import figures_for
from network.organisations.access import acting_for
from network.organisations.models import DelegateLog
from network.outbox.testing import drain
from network.paper import can_print
from network.payments.actions import settle
from network.payments.gateways.base import Outcome
from network.payments.gateways.base import State as Paid
from network.payments.models import PaymentAttempt, Refund
from network.people.models import Message
from tests.marketplace.buying import a_buyer, create_goods, create_order, create_pick_up
from tests.marketplace.factories import create_live_listing, create_person, create_seller

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def with_holder(holder):
    return holder


def at_desk(person):
    client = Client()
    client.force_login(person)
    return client


def pay(order):
    for attempt in PaymentAttempt.objects.filter(parts__ref=order.ref):
        settle(attempt, outcome=Outcome(Paid.PAID, attempt.amount, "THB", f"pi_{attempt.public_id}", 0), at=now())
    drain(leave=CARDS)


def paid_consignment(*goods, **given):
    """The consignment of a paid order of one seller."""
    order = create_order(*goods, **given)
    pay(order)
    return order.consignments.get()


def owner_of(consignment):
    return consignment.seller.organisation.memberships.get().user


def act(client, name, consignment, **data):
    return client.post(reverse(f"desk_orders:{name}", args=[consignment.public_id]), data)


def state_of(consignment):
    return Consignment.objects.get(pk=consignment.pk).state


def page_of(client, consignment):
    return client.get(reverse("desk_orders:order", args=[consignment.public_id])).content.decode()


def brought_to(consignment, state):
    client = at_desk(owner_of(consignment))
    for step in ["accept", "pack"][: ["new", "accepted", "packed"].index(state)]:
        act(client, "step", consignment, do=step)
    assert state_of(consignment) == state
    return client


def test_an_order_goes_its_way_one_button_at_a_time():
    consignment = paid_consignment()
    client = at_desk(owner_of(consignment))
    seen = []
    for step in ["accept", "pack"]:
        assert f'value="{step}"' in page_of(client, consignment)
        act(client, "step", consignment, do=step)
        seen.append(state_of(consignment))
    carrier = client.get(reverse("desk_orders:order", args=[consignment.public_id])).context["form"].fields["carrier"]
    post = carrier.queryset.get(code="thailand-post")
    act(client, "send", consignment, carrier=post.pk, tracking_number="ee ๑๒๓๔๕๖๗๘๕ th")
    seen.append(state_of(consignment))
    act(client, "handed_over", consignment)
    assert [*seen, state_of(consignment)] == ["accepted", "packed", "sent", "done"]
    assert Consignment.objects.get().tracking_number == "EE123456785TH"


def test_pressed_twice_it_is_one_step():
    consignment = paid_consignment()
    client = at_desk(owner_of(consignment))
    for _again in range(2):
        act(client, "step", consignment, do="accept")
    assert [step.state for step in consignment.steps.all()][-1] == "accepted"
    assert consignment.steps.filter(state="accepted").count() == 1


def test_a_stale_page_moves_nothing_and_says_so():
    consignment = paid_consignment()
    client = brought_to(consignment, "packed")
    answer = client.post(reverse("desk_orders:step", args=[consignment.public_id]), {"do": "accept"}, follow=True)
    assert state_of(consignment) == "packed"
    assert "message-error" in answer.content.decode()


@pytest.mark.parametrize("number", ["EE123456784TH", "12", "<script>", "ก" * 20])
def test_a_mistyped_tracking_number_comes_back_as_it_was_written(number):
    consignment = paid_consignment()
    client = brought_to(consignment, "packed")
    carrier = consignment._meta.get_field("carrier").related_model.objects.get(code="thailand-post")
    answer = act(client, "send", consignment, carrier=carrier.pk, tracking_number=number)
    assert answer.status_code == 422
    assert answer.context["form"].data["tracking_number"] == number
    assert state_of(consignment) == "packed"


def test_without_a_carrier_nothing_is_sent():
    consignment = paid_consignment()
    client = brought_to(consignment, "packed")
    for carrier in ("", "999999", "x"):
        assert act(client, "send", consignment, carrier=carrier).status_code == 422
    assert state_of(consignment) == "packed"


def test_the_last_step_is_taken_back_for_two_minutes_by_the_page_and_by_the_bar():
    consignment = paid_consignment()
    client = at_desk(owner_of(consignment))
    act(client, "step", consignment, do="accept")
    act(client, "undo", consignment)
    assert state_of(consignment) == "new"
    answer = client.post(reverse("desk_orders:step", args=[consignment.public_id]), {"do": "accept"}, follow=True)
    note = answer.content.decode().split('name="note" value="')[-1].split('"')[0]
    client.post(reverse("desk:undo"), {"note": note})
    assert state_of(consignment) == "new"


def test_the_bar_of_an_earlier_step_does_not_take_back_a_later_one():
    consignment = paid_consignment()
    client = at_desk(owner_of(consignment))
    answer = client.post(reverse("desk_orders:step", args=[consignment.public_id]), {"do": "accept"}, follow=True)
    note = answer.content.decode().split('name="note" value="')[1].split('"')[0]
    act(client, "step", consignment, do="pack")
    client.post(reverse("desk:undo"), {"note": note})
    assert state_of(consignment) == "packed"


def test_after_two_minutes_it_stays():
    consignment = paid_consignment()
    client = at_desk(owner_of(consignment))
    act(client, "step", consignment, do="accept")
    step = consignment.steps.get(state="accepted")
    step.at -= timezone.timedelta(minutes=3)
    step.save()
    act(client, "undo", consignment)
    assert state_of(consignment) == "accepted"
    assert reverse("desk_orders:undo", args=[consignment.public_id]) not in page_of(client, consignment)


def test_what_cannot_be_sent_is_called_off_with_a_reason_in_the_buyers_language():
    consignment = paid_consignment(language="en")
    client = at_desk(owner_of(consignment))
    act(client, "cannot_send", consignment, preset="sold-out", words="Sorry!")
    assert state_of(consignment) == "cancelled"
    note = consignment.steps.get(state="cancelled").note
    assert note == "It is sold out; somebody at the market was quicker. Sorry!"
    assert Refund.objects.get().amount == consignment.total
    drain()
    assert Message.objects.filter(template="order/messages/refused").count() == 1
    act(client, "cannot_send", consignment, preset="damaged")
    assert Refund.objects.count() == 1


def test_nobody_calls_an_order_off_without_a_word():
    consignment = paid_consignment()
    client = at_desk(owner_of(consignment))
    for given in ({}, {"preset": "other", "words": " "}, {"preset": "because"}):
        assert act(client, "cannot_send", consignment, **given).status_code == 422
    assert state_of(consignment) == "new"
    assert not Refund.objects.exists()


def test_what_is_on_its_way_is_not_called_off():
    consignment = paid_consignment()
    client = brought_to(consignment, "packed")
    carrier = consignment._meta.get_field("carrier").related_model.objects.first()
    act(client, "send", consignment, carrier=carrier.pk)
    assert act(client, "cannot_send", consignment, preset="damaged").status_code == 302
    assert state_of(consignment) == "sent"


def test_cash_is_taken_when_it_is_fetched():
    seller = create_seller()
    create_pick_up(seller)
    order = create_order(
        create_live_listing(seller), gateway="cash_on_pickup", buyer=a_buyer(address=None, phone="0812345678")
    )
    drain()
    consignment = order.consignments.get()
    client = at_desk(seller.person)
    for step in ["accept", "pack", "ready"]:
        act(client, "step", consignment, do=step)
    assert state_of(consignment) == "ready"
    assert "฿690" in page_of(client, consignment)
    act(client, "handed_over", consignment)
    drain()
    assert state_of(consignment) == "done"
    order.refresh_from_db()
    assert order.is_paid


def test_the_page_says_what_the_seller_gets():
    consignment = paid_consignment()
    page = page_of(at_desk(owner_of(consignment)), consignment)
    mine = owed_to(consignment.seller.organisation).balance
    assert mine == consignment.total - 69_00
    assert "−฿69" in page
    assert f"฿{mine // 100}" in page


def test_the_slip_names_the_buyer_and_the_goods_and_no_money():
    consignment = paid_consignment()
    client = at_desk(owner_of(consignment))
    address = reverse("desk_orders:slip", args=[consignment.public_id])
    page = client.get(address, {"page": ""}).content.decode()
    slip = page.split("<article")[1].split("</article>")[0]
    assert "นก ใจดี" in slip
    assert "ผ้าพันคอลายดอกพิกุล" in slip
    assert "฿" not in slip
    if can_print():
        assert client.get(address).content.startswith(b"%PDF")


def test_the_money_is_a_plain_list():
    consignment = paid_consignment()
    page = at_desk(owner_of(consignment)).get(reverse("desk_money:money")).content.decode()
    mine = owed_to(consignment.seller.organisation).balance
    assert f"+฿{mine // 100}" in page
    assert consignment.number in page


@pytest.mark.parametrize("name", ["order", "cannot_send", "slip"])
def test_another_sellers_pages_are_not_there(name):
    consignment = paid_consignment()
    stranger = at_desk(create_seller().person)
    assert stranger.get(reverse(f"desk_orders:{name}", args=[consignment.public_id])).status_code == 404


@pytest.mark.parametrize("name", ["step", "send", "handed_over", "undo", "cannot_send"])
def test_another_sellers_order_cannot_be_moved(name):
    mine, hers = create_goods(sellers=2)
    order = create_order(mine, hers)
    pay(order)
    other = order.consignments.exclude(seller=mine.owner).get()
    carrier = other._meta.get_field("carrier").related_model.objects.first()
    client = at_desk(mine.owner.person)
    given = {"do": "accept", "carrier": carrier.pk, "preset": "damaged"}
    assert act(client, name, other, **given).status_code == 404
    assert state_of(other) == "new"


def test_the_list_and_the_money_show_ones_own_only():
    mine, hers = create_goods(sellers=2)
    order = create_order(mine, hers)
    pay(order)
    own, other = order.consignments.get(seller=mine.owner), order.consignments.get(seller=hers.owner)
    client = at_desk(mine.owner.person)
    for name in ("desk_orders:orders", "desk_money:money"):
        page = client.get(reverse(name)).content.decode()
        assert own.number in page
        assert other.number not in page


def test_an_unpaid_order_is_not_hers_to_see_yet():
    consignment = create_order().consignments.get()
    client = at_desk(owner_of(consignment))
    assert client.get(reverse("desk_orders:order", args=[consignment.public_id])).status_code == 404
    assert consignment.number not in client.get(reverse("desk_orders:orders")).content.decode()


def test_a_delegate_sends_for_her_and_it_is_written_down():
    consignment, helper = paid_consignment(), create_person()
    organisation = consignment.seller.organisation
    organisation.delegates.create(user=helper, granted_by=owner_of(consignment))
    act(at_desk(helper), "step", consignment, do="accept")
    assert state_of(consignment) == "accepted"
    assert list(DelegateLog.objects.values_list("deed", "ref")) == [("accepted an order", consignment.ref)]


def figures_of(person, rf):
    request = rf.get("/desk/")
    request.user, request.session = person, {}
    request.organisation = acting_for(request)
    with translation.override("en"):
        return [(str(figure.label), figure.value, figure.urgent) for figure in figures_for(request)]


def test_today_says_what_must_leave_the_house_and_what_comes_in(rf):
    consignment = paid_consignment()
    person = owner_of(consignment)
    mine = owed_to(consignment.seller.organisation).balance // 100
    assert figures_of(person, rf) == [("New orders", "1", True), ("Money coming to you", f"THB {mine}", False)]
    with frozen(now() + timezone.timedelta(days=2)):
        assert figures_of(person, rf)[0] == ("To send today", "1", True)


def test_the_list_asks_the_database_as_much_for_many_as_for_few(django_assert_max_num_queries):
    seller = create_seller()
    goods = create_live_listing(seller, left=50)
    for _number in range(4):
        paid_consignment(goods)
    client = at_desk(seller.person)
    client.get(reverse("desk_orders:orders"))
    with django_assert_max_num_queries(28):
        client.get(reverse("desk_orders:orders"))
