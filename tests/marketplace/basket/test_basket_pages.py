"""The basket's pages: what goes in, what is refused, and what is told."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from marketplace.basket.models import Basket, Line
from marketplace.catalogue.actions.life import pause_listing
from marketplace.catalogue.actions.stock import change_stock
from tests.marketplace.buying import Shopper, create_goods, create_pick_up
from tests.marketplace.factories import create_live_listing

pytestmark = pytest.mark.django_db


@pytest.fixture
def shopper(client):
    return Shopper(client)


def quantities():
    return list(Line.objects.order_by("pk").values_list("quantity", flat=True))


def change(shopper, listing, quantity):
    return shopper.client.post(shopper.path("basket:change", public_id=listing.public_id), {"quantity": quantity})


def test_a_basket_groups_its_goods_by_seller(shopper):
    scarf, sugar = create_goods(sellers=2)
    honey = create_live_listing(scarf.owner)
    for listing in (scarf, sugar, honey):
        shopper.add(listing)

    parcels = shopper.basket().context["quote"].parcels

    assert [[row.listing for row in parcel.rows] for parcel in parcels] == [[scarf, honey], [sugar]]


def test_adding_twice_adds_up_in_one_line_and_counts_for_the_sign(shopper):
    [scarf] = create_goods()
    shopper.add(scarf, 2)

    answer = shopper.add(scarf, 3)

    assert quantities() == [5]
    assert answer.cookies["basket_count"].value == "5"


@pytest.mark.parametrize("written", ["๓", "３", " 3 "])
def test_digits_of_thai_and_full_width_hands_are_digits(shopper, written):
    [scarf] = create_goods()

    assert shopper.add(scarf, written).status_code == 302
    assert quantities() == [3]


def test_more_than_there_is_is_refused_with_what_is_left(shopper):
    [scarf] = create_goods(left=4)
    shopper.add(scarf, 3)

    answer = shopper.add(scarf, 2)

    assert answer.status_code == 422
    assert "Only 4 are left. 3 lie in your basket." in answer.content.decode()
    assert quantities() == [3]


def test_a_wrong_number_leaves_the_line_and_says_so_beside_it(shopper):
    [scarf] = create_goods()
    shopper.add(scarf, 2)

    answer = change(shopper, scarf, "many")

    assert answer.status_code == 422
    assert answer.context["at_fault"] == scarf.public_id
    assert quantities() == [2]


def test_what_was_taken_out_can_be_put_back(shopper):
    [scarf] = create_goods()
    shopper.add(scarf, 2)
    removed = shopper.client.post(shopper.path("basket:remove", public_id=scarf.public_id), follow=True)
    assert quantities() == []

    shopper.client.post(removed.context["removed"]["undo_path"])

    assert quantities() == [2]


def test_a_changed_price_is_told_and_charged(shopper):
    [scarf] = create_goods(satang=690_00)
    shopper.add(scarf)
    scarf.stockrecords.update(price=720)

    [row] = shopper.basket().context["quote"].rows

    assert (row.price, row.price_before) == (720_00, 690_00)
    assert "it was THB 690" in shopper.basket().content.decode()


def test_goods_that_ran_out_or_rest_must_be_put_right_first(shopper):
    scarf, sugar = create_goods(sellers=2)
    shopper.add(scarf, 2)
    shopper.add(sugar)
    change_stock(scarf, left=1, by=scarf.owner.person)
    pause_listing(sugar, by=sugar.owner.person)

    page = shopper.basket()

    assert [row.problem for row in page.context["quote"].rows] == [
        "Only 1 is left. Please order fewer.",
        "This is not for sale any more. Please take it out.",
    ]
    assert shopper.path("checkout:details") not in page.content.decode()


def test_goods_of_a_suspended_seller_are_not_for_sale(shopper):
    [scarf] = create_goods()
    shopper.add(scarf)
    scarf.owner.organisation.suspensions.create(by=scarf.owner.person, reason="a complaint")

    assert not shopper.basket().context["quote"].is_complete
    assert shopper.add(scarf).status_code == 404


def test_delivery_is_reckoned_for_the_chosen_place_and_remembered(shopper):
    [scarf] = create_goods()
    shopper.add(scarf)
    assert shopper.basket().context["quote"].shipping == 40_00

    shopper.basket(country="MY", postcode="")

    assert shopper.basket().context["quote"].shipping == 290_00
    assert shopper.basket(country="TH", postcode="9011").status_code == 422


def test_fetching_is_offered_where_there_is_a_place_for_it(shopper):
    [scarf] = create_goods()
    create_pick_up(scarf.owner)
    shopper.add(scarf)

    assert "or fetch it from the maker, free" in shopper.basket().content.decode()


def test_a_basket_that_ended_is_simply_empty(shopper):
    [scarf] = create_goods()
    shopper.add(scarf)
    Basket.objects.update(status=Basket.SUBMITTED)

    assert shopper.basket().context["quote"].parcels == []
    assert shopper.add(scarf).status_code == 302
    assert Basket.open.count() == 1


def test_a_forged_cookie_opens_nobodys_basket(shopper):
    [scarf] = create_goods()
    shopper.add(scarf)
    shopper.client.cookies["oscar_open_basket"] = f"{Basket.objects.get().pk}:forged"

    assert shopper.basket().context["quote"].parcels == []


def test_signing_in_brings_along_what_was_put_in_before(shopper):
    scarf, sugar = create_goods(sellers=2)
    person = scarf.owner.person
    shopper.add(scarf)
    shopper.client.force_login(person)
    shopper.add(sugar)

    assert {row.listing for row in shopper.basket().context["quote"].rows} == {scarf, sugar}
    assert Basket.open.get().owner == person


def test_looking_writes_nothing(shopper):
    with CaptureQueriesContext(connection) as seen:
        shopper.basket()

    assert [query["sql"] for query in seen if not query["sql"].startswith("SELECT")] == []


@pytest.mark.parametrize("sellers", [1, 5])
def test_the_basket_page_asks_at_most_ten_times_whatever_its_lines(shopper, sellers):
    for listing in create_goods(sellers=sellers, per_seller=3):
        shopper.add(listing)
    shopper.basket()

    with CaptureQueriesContext(connection) as seen:
        assert shopper.basket().status_code == 200

    assert len(seen) <= 10, "\n".join(query["sql"][:160] for query in seen)


@pytest.mark.parametrize("before", [0, 6])
def test_adding_asks_at_most_fourteen_times_whatever_lies_there(shopper, before):
    *lying, scarf = create_goods(sellers=1, per_seller=before + 1)
    for listing in lying:
        shopper.add(listing)

    with CaptureQueriesContext(connection) as seen:
        assert shopper.add(scarf).status_code == 302

    assert len(seen) <= 14, "\n".join(query["sql"][:160] for query in seen)
