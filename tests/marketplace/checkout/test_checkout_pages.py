"""The checkout's two pages: what they ask, what they refuse, and that nothing typed is lost."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from marketplace.catalogue.actions.stock import change_stock
from marketplace.order.models import Order, ShippingAddress
from network.people.models import Consent
from tests.marketplace.buying import Shopper, create_goods, create_holder, create_order, create_pick_up, guest
from tests.marketplace.factories import create_live_listing, create_person, create_seller

pytestmark = pytest.mark.django_db


@pytest.fixture
def shopper(client, holder):
    [scarf] = create_goods()
    shopper = Shopper(client)
    shopper.add(scarf)
    return shopper


def errors(answer):
    return {name: [str(error) for error in found] for name, found in answer.context["form"].errors.items()}


def test_a_phone_is_contact_enough_and_thai_digits_are_digits(shopper):
    assert shopper.details(contact="๐๘๑ ๒๓๔ ๕๖๗๘").status_code == 302

    shopper.order()

    assert Order.objects.get().contact == "+66812345678"


def test_the_buyers_phone_reads_as_people_write_it(shopper):
    shopper.details(contact="+66 81 2345678")

    assert "081 234 5678" in shopper.review().content.decode()


def test_what_was_typed_comes_back_with_what_is_wrong(shopper):
    answer = shopper.details(contact="nok@", place="90110", line1="")

    assert answer.status_code == 422
    assert set(errors(answer)) == {"contact", "place", "line1"}
    assert 'value="90110"' in answer.content.decode()
    assert "Khlong Hae, Hat Yai, Songkhla 90110" in answer.content.decode()


def test_a_postcode_of_many_places_lets_one_choose_without_a_script(shopper):
    assert shopper.details(place="90110", subdistrict="901103").status_code == 302

    shopper.order()

    address = ShippingAddress.objects.get()
    assert (address.subdistrict_code, address.postcode) == ("901103", "90110")


def test_a_place_that_does_not_belong_to_the_words_is_not_taken(shopper):
    assert shopper.details(place="90110", subdistrict="500101").status_code == 422


def test_only_countries_that_everything_reaches_are_offered(client, holder):
    scarf = create_live_listing(ships_to=["TH", "MY"])
    sugar = create_live_listing(ships_to=["TH", "SG"])
    shopper = Shopper(client)
    shopper.add(scarf)
    shopper.add(sugar)

    assert shopper.details(country="MY").status_code == 422
    page = client.get(shopper.path("checkout:details"))
    assert [code for code, _name in page.context["form"].fields["country"].choices] == ["TH"]


def test_goods_go_abroad_with_another_address(shopper):
    assert shopper.details(country="SG", place="", postcode="23842", line1="1 Orchard Rd").status_code == 422
    assert shopper.details(country="SG", place="", postcode="238823", line1="1 Orchard Rd").status_code == 302

    shopper.order()

    order = Order.objects.get()
    assert (order.shipping_address.country_id, order.shipping_address.postcode) == ("SG", "238823")
    assert order.consignments.get().shipping == 330_00


def test_who_fetches_everything_is_asked_for_no_address(client, holder):
    seller = create_seller()
    create_pick_up(seller)
    shopper = guest(client, create_live_listing(seller), get="fetch", place="", line1="", country="")

    answer = shopper.order(pay="cash_on_pickup")

    order = Order.objects.get()
    assert order.shipping_address is None
    assert order.consignments.get().is_picked_up
    assert answer["Location"] == f"/en/orders/{order.token}/"


def test_cash_is_not_offered_for_parcels_or_large_sums_or_a_third_time(client, holder, settings):
    seller = create_seller()
    point = create_pick_up(seller)
    scarf = create_live_listing(seller)
    fetch = {"get": "fetch", "place": "", "line1": "", "country": ""}
    codes = lambda shopper: {gateway.code for gateway in shopper.review().context["gateways"]}  # noqa: E731

    assert "cash_on_pickup" not in codes(guest(client, scarf))
    client.cookies.clear()
    shopper = guest(client, scarf, **fetch)
    assert "cash_on_pickup" in codes(shopper)
    settings.CASH_AT_MOST = 100
    assert "cash_on_pickup" not in codes(shopper)
    answer = shopper.order(pay="cash_on_pickup", **{f"way-{seller.public_id}": f"pickup:{point.public_id}"})
    assert answer.status_code == 422
    settings.CASH_AT_MOST, settings.CASH_ORDERS_AT_ONCE = 2_000_00, 0
    assert "cash_on_pickup" not in codes(shopper)
    assert Order.objects.count() == 0


def test_the_terms_are_agreed_to_in_a_stated_wording(client, holder, monkeypatch):
    monkeypatch.setattr("network.people.terms._readers", [lambda name: "2026-11-23"])
    [scarf] = create_goods()
    shopper = guest(client, scarf)

    refused = shopper.client.post(shopper.path("checkout:review"), {**shopper.form(), "terms": ""})
    assert (refused.status_code, Order.objects.count()) == (422, 0)
    shopper.order()

    consent = Consent.objects.get()
    assert (consent.contact, consent.text_version, consent.ref) == (
        "nok@example.org",
        "2026-11-23",
        Order.objects.get().ref,
    )


def test_a_double_click_orders_once(client, holder):
    [scarf] = create_goods(left=5)
    shopper = guest(client, scarf)
    form = shopper.form()

    first = client.post(shopper.path("checkout:review"), form)
    second = client.post(shopper.path("checkout:review"), form)

    assert Order.objects.count() == 1
    assert first["Location"] == second["Location"]


def test_a_changed_total_asks_again_with_the_new_one(client, holder):
    [scarf] = create_goods(satang=690_00)
    shopper = guest(client, scarf)
    form = shopper.form()
    scarf.stockrecords.update(price=720)

    answer = client.post(shopper.path("checkout:review"), form)

    assert (answer.status_code, Order.objects.count()) == (409, 0)
    assert "Something has changed since you looked" in answer.content.decode()
    again = client.post(shopper.path("checkout:review"), shopper.form(answer) | {"key": form["key"]})
    assert again.status_code == 302
    assert Order.objects.get().total == 720_00 + 35_00


def test_another_delivery_is_reckoned_without_ordering(client, holder):
    [scarf] = create_goods()
    shopper = guest(client, scarf)
    form = shopper.form() | {f"way-{scarf.owner.public_id}": "express"}

    answer = client.post(shopper.path("checkout:review"), form | {"update": "1"})

    assert (answer.status_code, Order.objects.count()) == (200, 0)
    assert answer.context["quote"].shipping == 50_00
    assert answer.context["form"].initial["key"] == form["key"]


def test_goods_that_are_gone_are_named_and_nothing_is_lost(client, holder):
    scarf, sugar = create_goods(sellers=2)
    shopper = guest(client, scarf, sugar)
    form = shopper.form()
    change_stock(scarf, left=0, by=scarf.owner.person)

    answer = client.post(shopper.path("checkout:review"), form)

    assert (answer.status_code, Order.objects.count()) == (409, 0)
    assert [bool(row.problem) for row in answer.context["quote"].rows] == [True, False]
    assert len(shopper.basket().context["quote"].rows) == 2


def test_a_member_finds_her_contact_and_last_address(client, holder):
    person = create_person(email_verified=True)
    create_order(user=person)
    [scarf] = create_goods()
    client.force_login(person)
    shopper = Shopper(client)
    shopper.add(scarf)

    form = client.get(shopper.path("checkout:details")).context["form"]

    assert form.initial["contact"] == person.email
    assert (form.initial["line1"], form.initial["place"]) == ("12/3 ม.4", "คลองแห")


def test_without_anybody_who_may_receive_money_nothing_can_be_ordered(client, db):
    [scarf] = create_goods()
    shopper = guest(client, scarf)

    page = shopper.review()

    assert page.context["gateways"] == []
    assert "Just now nothing can be paid here" in page.content.decode()


def test_the_second_page_sends_back_who_has_not_taken_the_first(shopper):
    answer = shopper.review()

    assert answer["Location"] == shopper.path("checkout:details")


def test_a_whole_guest_journey_asks_at_most_a_hundred_times_in_five_requests(client, holder):
    goods = create_goods(sellers=2, per_seller=2)
    shopper = Shopper(client)
    for listing in goods:
        shopper.add(listing)

    with CaptureQueriesContext(connection) as seen:
        client.get(shopper.path("checkout:details"))
        shopper.details()
        form = shopper.form()
        assert client.post(shopper.path("checkout:review"), form | {"pay": "promptpay"}).status_code == 302

    print(len(seen))
    assert len(seen) <= 100, "\n".join(query["sql"][:140] for query in seen)


def test_who_cannot_pay_by_card_is_told_for_whose_sake(client, holder):
    scarf, sugar = create_goods(sellers=2)
    create_holder(organisation=sugar.owner.organisation, is_default=False, takes_cards=False)

    both = guest(client, scarf, sugar).review().content.decode()
    alone = guest(Client(), scarf).review().content.decode()

    assert 'value="stripe"' not in both
    assert f"No card here: {sugar.owner.organisation.name}" in both
    assert 'value="stripe"' in alone
    assert "No card here" not in alone
