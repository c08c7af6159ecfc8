"""Beginning, saving and copying a listing."""

import pytest
from django.core.exceptions import ValidationError

from marketplace.catalogue.actions.changes import change_price
from marketplace.catalogue.actions.drafts import copy_listing, create_listing, save_listing_draft
from marketplace.catalogue.exceptions import NotYours, WrongState
from marketplace.catalogue.models import Product
from network.organisations.actions.delegates import grant_delegate
from network.organisations.models import DelegateLog
from tests.marketplace.factories import (
    create_category,
    create_complete_draft,
    create_draft,
    create_live_listing,
    create_person,
    create_seller,
)

pytestmark = pytest.mark.django_db


def texts_of(listing, language="th"):
    text = listing.texts.get(language=language)
    return text.title, text.unit


def test_a_draft_needs_nothing_but_a_seller():
    seller = create_seller()
    listing = create_listing(seller, by=seller.person)
    listing.refresh_from_db()
    assert (listing.state, listing.is_public, listing.owner, listing.kind) == ("draft", False, seller, "goods")


def test_a_draft_is_saved_as_often_as_one_likes():
    listing = create_draft(title="ผ้าขาวม้า")
    person = listing.owner.person
    save_listing_draft(listing, by=person, texts={"unit": "ผืน"}, weight_g=210)
    save_listing_draft(listing, by=person, texts={"title": " ผ้าขาวม้าเกาะยอ "})
    listing.refresh_from_db()
    assert texts_of(listing) == ("ผ้าขาวม้าเกาะยอ", "ผืน")
    assert (listing.title, listing.weight_g) == ("ผ้าขาวม้าเกาะยอ", 210)


def test_a_translation_leaves_the_thai_words_alone():
    listing = create_draft(title="ผ้าขาวม้า")
    save_listing_draft(listing, by=listing.owner.person, language="en", texts={"title": "Loincloth", "unit": "each"})
    assert texts_of(listing) == ("ผ้าขาวม้า", "")
    assert texts_of(listing, "en") == ("Loincloth", "each")
    assert Product.objects.get(pk=listing.pk).title == "ผ้าขาวม้า"


def test_another_seller_may_not_touch_it():
    listing, stranger = create_draft(title="ผ้าขาวม้า"), create_seller().person
    for attempt in (
        lambda: save_listing_draft(listing, by=stranger, texts={"title": "mine"}),
        lambda: copy_listing(listing, by=stranger),
        lambda: change_price(listing, satang=100, by=stranger),
        lambda: create_listing(listing.owner, by=stranger),
    ):
        with pytest.raises(NotYours):
            attempt()
    assert texts_of(listing) == ("ผ้าขาวม้า", "")
    assert Product.objects.count() == 1
    assert not listing.stockrecords.exists()


def test_a_delegate_may_and_it_is_written_down():
    listing, helper = create_draft(), create_person()
    grant_delegate(listing.owner.organisation, helper, by=listing.owner.person)
    save_listing_draft(listing, by=helper, texts={"title": "ผ้าทอ"})
    assert texts_of(listing)[0] == "ผ้าทอ"
    assert list(DelegateLog.objects.values_list("deed", "ref")) == [("saved a draft", listing.ref)]


def test_a_live_listing_is_no_draft_any_more():
    listing = create_live_listing()
    with pytest.raises(WrongState):
        save_listing_draft(listing, by=listing.owner.person, texts={"title": "something else"})
    assert texts_of(listing)[0] == "ผ้าพันคอลายดอกพิกุล"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("weight_g", -1),
        ("weight_g", 100_001),
        ("weight_g", "160"),
        ("ships_to", ["TH", "FR"]),
        ("season_months", [0]),
        ("season_months", [13]),
        ("shipping_class", "by pigeon"),
    ],
)
def test_a_fact_that_cannot_be_is_refused_by_its_name(field, value):
    listing = create_draft(weight_g=160)
    with pytest.raises(ValidationError) as refused:
        save_listing_draft(listing, by=listing.owner.person, texts={"title": "changed"}, **{field: value})
    assert list(refused.value.message_dict) == [field]
    listing.refresh_from_db()
    assert (listing.weight_g, texts_of(listing)[0]) == (160, "ผ้าพันคอลายดอกพิกุล")


def test_a_name_has_an_end():
    listing = create_draft()
    with pytest.raises(ValidationError) as refused:
        save_listing_draft(listing, by=listing.owner.person, texts={"title": "ก" * 121})
    assert list(refused.value.message_dict) == ["title"]


@pytest.mark.parametrize(
    ("shipping_class", "sent_to"),
    [("ambient", ["TH", "MY"]), ("fresh", ["TH"]), ("chilled", ["TH"]), ("pickup", []), ("digital", [])],
)
def test_how_it_travels_decides_how_far(shipping_class, sent_to):
    listing = create_draft(shipping_class=shipping_class, ships_to=["TH", "MY"])
    assert Product.objects.get(pk=listing.pk).ships_to == sent_to


def test_goods_made_in_every_month_have_no_season():
    assert create_draft(season_months=list(range(1, 13))).season_months == []
    assert create_draft(season_months=[6, 5, 5]).season_months == [5, 6]


@pytest.mark.parametrize("satang", [0, -100, 99, 100_000_001, 690.0, "690"])
def test_a_price_lies_between_one_baht_and_a_million(satang):
    listing = create_draft()
    with pytest.raises(ValidationError):
        change_price(listing, satang=satang, by=listing.owner.person)
    assert not listing.stockrecords.exists()


def test_a_drafts_price_is_set_at_once_to_the_satang():
    listing = create_draft()
    change_price(listing, satang=690_25, by=listing.owner.person)
    change_price(listing, satang=690_50, by=listing.owner.person)
    assert [price.price_satang for price in listing.stockrecords.all()] == [690_50]


def test_one_more_like_this_has_its_own_photo_and_stock():
    shelf = create_category()
    listing = create_complete_draft(satang=690_00, season_months=[5, 6])
    save_listing_draft(listing, by=listing.owner.person, language="en", texts={"title": "Scarf"}, categories=[shelf])
    copy = copy_listing(listing, by=listing.owner.person)
    copy = Product.objects.get(pk=copy.pk)
    assert (copy.state, copy.title, copy.weight_g, copy.season_months) == ("draft", listing.title, 160, [5, 6])
    assert texts_of(copy, "en")[0] == "Scarf"
    assert list(copy.categories.all()) == [shelf]
    assert [price.price_satang for price in copy.stockrecords.all()] == [690_00]
    assert not copy.images.exists()
    assert copy.public_id != listing.public_id
    assert copy.slug != listing.slug
