"""Delivery by the rates in the database."""

from collections import namedtuple

import pytest
from django.db import IntegrityError, transaction

from marketplace.shipping.estimates import estimates, known_pick_ups
from marketplace.shipping.models import RateBand
from marketplace.shipping.options import shipping_options
from marketplace.shipping.parcels import Destination
from tests.marketplace.factories import create_live_listing, create_seller

pytestmark = pytest.mark.django_db

Line = namedtuple("Line", "product quantity satang")
BANGKOK = Destination("TH", "10110")


def codes(options):
    return [(option.code, option.satang) for option in options]


def test_the_networks_rates_serve_everybody():
    line = Line(create_live_listing(weight_g=160), 2, 1380_00)
    assert codes(shipping_options([line], BANGKOK)) == [("parcel", 40_00), ("express", 60_00)]
    assert codes(shipping_options([line], Destination("TH", "90110"))) == [("parcel", 35_00), ("express", 50_00)]
    assert codes(shipping_options([line], Destination("SG"))) == [("parcel", 330_00), ("express", 680_00)]


def test_a_sellers_own_rates_take_the_place_of_that_service_only():
    listing = create_live_listing(weight_g=160)
    RateBand.objects.create(
        seller=listing.owner, service="parcel", zone="th", up_to_g=20000, price=25_00, days_min=2, days_max=5
    )
    line = Line(listing, 1, 690_00)
    assert codes(shipping_options([line], BANGKOK)) == [("parcel", 25_00), ("express", 60_00)]
    assert codes(shipping_options([line], Destination("MY"))) == [("express", 620_00)]


def test_pick_up_points_are_offered_by_name_in_the_readers_language():
    listing = create_live_listing()
    point = listing.owner.pick_up_points.create(ready_days=2)
    point.write_texts("th", name="ร้านกลุ่ม", address="เกาะยอ", hours="ทุกวัน 9–17 น.")
    closed = listing.owner.pick_up_points.create(is_open=False)
    closed.write_texts("th", name="ปิดแล้ว", address="-", hours="-")
    options = shipping_options([Line(listing, 1, 690_00)], BANGKOK)
    assert [(option.code, option.name, option.satang, option.eta_days) for option in options[2:]] == [
        (f"pickup:{point.public_id}", "ร้านกลุ่ม", 0, (2, 2))
    ]
    assert [place.hours for place in known_pick_ups(listing.owner)] == ["ทุกวัน 9–17 น."]


def test_a_consignment_has_one_seller():
    lines = [Line(create_live_listing(), 1, 1), Line(create_live_listing(), 1, 1)]
    with pytest.raises(ValueError, match="one seller"):
        shipping_options(lines, BANGKOK)


def test_a_page_says_the_cheapest_way_to_each_country():
    listing = create_live_listing(weight_g=160)
    assert [(found.country, found.satang, found.soonest, found.latest) for found in estimates(listing, 690_00)] == [
        ("TH", 40_00, 3, 5),
        ("MY", 290_00, 6, 11),
        ("SG", 330_00, 6, 11),
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"service": "cold", "zone": "my"},
        {"days_min": 4, "days_max": 2},
        {"up_to_g": 0},
        {"service": "parcel", "zone": "th", "up_to_g": 500},
    ],
)
def test_the_database_refuses_rates_that_cannot_be(wrong):
    rate = {"service": "parcel", "zone": "th", "up_to_g": 777, "price": 1, "days_min": 1, "days_max": 2}
    before = RateBand.objects.count()
    with pytest.raises(IntegrityError), transaction.atomic():
        RateBand.objects.create(**rate | wrong)
    assert RateBand.objects.count() == before


def test_a_sellers_rate_stands_once():
    seller = create_seller()
    rate = {"service": "parcel", "zone": "th", "up_to_g": 500, "price": 1, "days_min": 1, "days_max": 2}
    RateBand.objects.create(seller=seller, **rate)
    with pytest.raises(IntegrityError), transaction.atomic():
        RateBand.objects.create(seller=seller, **rate)
