"""A seller's shop as a whole, at her desk."""

from datetime import timedelta

import pytest

from network import clock
from network.organisations.actions import grant_delegate
from network.organisations.models import DelegateLog
from network.paper import can_print
from network.words.dates import in_bangkok
from tests.marketplace.factories import create_person, create_seller

pytestmark = pytest.mark.django_db


@pytest.fixture
def seller(client):
    seller = create_seller()
    client.force_login(seller.person)
    return seller


def in_days(days):
    return in_bangkok(clock.now()).date() + timedelta(days=days)


def test_she_closes_and_opens_her_shop(client, seller):
    assert client.post("/desk/shop/close/", {"until": str(in_days(3))}).url == "/desk/shop/"
    assert seller.closed_until() == in_days(3)
    assert "ปิดร้านถึง" in client.get("/desk/shop/").content.decode()

    client.post("/desk/shop/open/")
    assert seller.closed_until() is None


@pytest.mark.parametrize("day", ["", "x", "yesterday", "2999-01-01"])
def test_a_wrong_day_comes_back_in_the_form(client, seller, day):
    answer = client.post("/desk/shop/close/", {"until": str(in_days(-1)) if day == "yesterday" else day})

    assert answer.status_code == 422
    assert seller.closed_until() is None


def test_a_delegate_who_closes_it_stands_in_the_log(client, seller):
    helper = create_person()
    grant_delegate(seller.organisation, helper, by=seller.person)
    client.force_login(helper)

    client.post("/desk/shop/close/", {"until": str(in_days(3))})

    assert [deed.deed for deed in DelegateLog.objects.all()] == ["closed the shop for a while"]


PLACE = {"name": "ร้านริมเล", "address": "1 ถ.ริมเล", "hours": "ทุกวัน 9–17 น."}


def test_she_says_how_goods_reach_buyers_with_thai_digits(client, seller):
    assert (
        client.post("/desk/shop/delivery/", {"sends_from": "๙๐๑๑๐", "handling_days": "๒", **PLACE}).status_code == 302
    )
    seller.refresh_from_db()
    point = seller.pick_up_points.get()
    assert (seller.sends_from, seller.handling_days, point.in_language("th").name) == ("90110", 2, "ร้านริมเล")

    client.post("/desk/shop/delivery/", {"sends_from": "90110", "handling_days": "1"})
    point.refresh_from_db()
    assert point.is_open is False


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"sends_from": "", "handling_days": "1"}, ["sends_from"]),
        ({"sends_from": "99999", "handling_days": "1"}, ["sends_from"]),
        ({"sends_from": "90110", "handling_days": "31"}, ["handling_days"]),
        ({"handling_days": "1", "name": "ร้านริมเล"}, ["address", "hours"]),
    ],
)
def test_what_buyers_could_not_use_is_said(client, seller, given, wrong):
    answer = client.post("/desk/shop/delivery/", given)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, wrong)


@pytest.mark.skipif(not can_print(), reason="Pango is missing")
def test_the_sheet_is_an_a5_pdf(client, seller):
    answer = client.get("/desk/shop/sheet/")

    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")


def test_without_pango_the_sheet_is_a_page_and_its_link_leads_to_all_her_goods(client, seller):
    page = client.get("/desk/shop/sheet/?page").content.decode()

    assert f"http://testserver/s/{seller.public_id}/" in page
    assert client.get(f"/s/{seller.public_id}/").url == f"/th/shop/?maker={seller.organisation.slug}"
    assert client.get("/s/zzz/").status_code == 404


def test_the_page_of_another_shop_is_hers_alone(client, seller):
    other = create_seller()
    client.post("/desk/shop/close/", {"until": str(in_days(3))})

    assert other.closed_until() is None
