"""What Oscar is told about prices."""

from decimal import Decimal
from types import SimpleNamespace

import pytest
from oscar.core.loading import get_class

from marketplace.catalogue.actions.life import pause_listing
from marketplace.catalogue.actions.stock import change_stock
from marketplace.partner.availability import load_left
from marketplace.partner.models import StockRecord
from network.clock import now
from tests.marketplace.factories import create_complete_draft, create_live_listing, create_seller

pytestmark = pytest.mark.django_db


def info_of(listing, **given):
    strategy = get_class("partner.strategy", "Selector")().strategy()
    return strategy.fetch_for_product(listing, **given)


def test_oscar_uses_our_strategy():
    assert get_class("partner.strategy", "Selector").__module__ == "marketplace.partner.strategy"


def test_the_shelf_price_is_what_is_paid_by_anybody():
    for registered, vat in ((False, "0"), (True, "7.00")):
        listing = create_live_listing(create_seller(vat_registered=registered), satang=107_00)
        price = info_of(listing).price
        assert (price.incl_tax, price.effective_price, price.tax) == (
            Decimal("107.00"),
            Decimal("107.00"),
            Decimal(vat),
        )
        assert price.excl_tax + price.tax == price.incl_tax


@pytest.mark.parametrize("satang", [1_00, 99_99, 690_25, 33_33, 100_000_000])
def test_price_without_vat_and_vat_always_sum_to_the_shelf_price(satang):
    listing = create_live_listing(create_seller(vat_registered=True), satang=satang)
    price = info_of(listing).price
    assert (price.excl_tax + price.tax) * 100 == satang


def test_a_basket_line_keeps_the_price_record_it_was_put_in_with():
    listing = create_live_listing(satang=100_00)
    other = StockRecord(product=listing, partner=listing.owner, price=Decimal("60"), price_currency="THB")
    line = SimpleNamespace(product=listing, stockrecord=other)
    info = get_class("partner.strategy", "Selector")().strategy().fetch_for_line(line)
    assert (info.stockrecord, info.price.incl_tax) == (other, Decimal("60"))


def test_what_is_left_decides_what_may_be_bought():
    listing = create_live_listing(left=3)
    availability = info_of(listing).availability
    assert availability.is_purchase_permitted(3)[0]
    assert not availability.is_purchase_permitted(4)[0]
    change_stock(listing, left=0, by=listing.owner.person)
    del listing.left
    assert not info_of(listing).availability.is_available_to_buy


def test_many_listings_are_asked_about_at_once(django_assert_num_queries):
    seller = create_seller()
    listings = [create_live_listing(seller, left=number) for number in (1, 2, 3)]

    at = now()
    with django_assert_num_queries(1):
        load_left(listings, at=at)
    assert [listing.left for listing in listings] == [1, 2, 3]


def test_what_is_not_in_the_shop_is_not_for_sale():
    draft, paused = create_complete_draft(), create_live_listing()
    pause_listing(paused, by=paused.owner.person)
    for listing in (draft, paused):
        assert not info_of(listing).availability.is_available_to_buy


def test_a_listing_has_one_price():
    listing = create_live_listing()
    assert StockRecord.objects.filter(product=listing).count() == 1
