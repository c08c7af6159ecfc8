"""Cards say what their listings say."""

import pytest

from marketplace.catalogue.actions.changes import approve_change, change_price
from marketplace.catalogue.actions.drafts import save_listing_draft
from marketplace.catalogue.actions.life import pause_listing
from marketplace.catalogue.actions.review import submit_listing
from marketplace.catalogue.actions.stock import change_stock
from network.capacity.actions import release_holds, take
from network.capacity.models import Pool
from network.cards.models import Card
from network.cards.shelf import Shelf
from network.cards.testing import assert_cards_true
from network.clock import now
from network.organisations.actions.suspensions import lift_suspension, suspend_organisation
from network.outbox.testing import drain
from tests.marketplace.factories import create_category, create_complete_draft, create_live_listing, create_reviewer

pytestmark = pytest.mark.django_db


def card_of(listing, language="th"):
    return Card.objects.get(ref=listing.ref, language=language)


def test_each_card_equals_its_source_in_every_language():
    listing = create_live_listing(satang=690_25, season_months=[5, 6])
    create_live_listing()
    drain()
    assert assert_cards_true("listing") == 8
    assert card_of(listing).price_satang == listing.stockrecords.get().price_satang == 690_25


def test_a_new_price_is_on_the_card_once_it_counts():
    listing = create_live_listing(satang=690_00)
    change = change_price(listing, satang=750_00, by=listing.owner.person)
    drain()
    assert card_of(listing).price_satang == 690_00
    approve_change(change, by=create_reviewer())
    drain()
    assert card_of(listing).price_satang == 750_00
    assert_cards_true("listing")


def test_the_last_one_taken_shows_and_so_does_its_return():
    listing = create_live_listing(left=1)
    take([(Pool.objects.get(ref=listing.ref), 1)], for_ref="order:k3f9", until=now().replace(year=2999))
    drain()
    assert card_of(listing).availability == "sold_out"
    release_holds("order:k3f9")
    drain()
    assert card_of(listing).availability == ""
    change_stock(listing, left=0, by=listing.owner.person)
    drain()
    assert card_of(listing).availability == "sold_out"


def test_what_leaves_the_shop_leaves_the_lists():
    listing = create_live_listing()
    drain()
    assert Card.objects.filter(ref=listing.ref).count() == 4
    pause_listing(listing, by=listing.owner.person)
    drain()
    assert not Card.objects.filter(ref=listing.ref).exists()


def test_a_translation_has_a_card_of_its_own_words():
    listing = create_complete_draft(title="ผ้าขาวม้า")
    save_listing_draft(listing, by=listing.owner.person, language="en", texts={"title": "Loincloth", "unit": "each"})
    create_live_listing(listing.owner)
    submit_listing(listing, by=listing.owner.person)
    drain()
    english, malay = card_of(listing, "en"), card_of(listing, "ms")
    assert (english.title, english.unit, english.text_language) == ("Loincloth", "each", "en")
    assert english.path == f"/en/shop/p/{listing.slug}/"
    assert (malay.title, malay.text_language) == ("ผ้าขาวม้า", "th")


def test_pre_orders_are_announced_elsewhere():
    listing = create_complete_draft(kind="preorder")
    submit_listing(listing, by=listing.owner.person)
    create_live_listing(listing.owner)
    drain()
    assert not Card.objects.filter(ref=listing.ref).exists()


def test_a_suspended_sellers_goods_leave_the_lists_and_come_back():
    listing, reviewer = create_live_listing(), create_reviewer()
    drain()
    suspend_organisation(listing.owner.organisation, by=reviewer, reason="unreachable")
    drain()
    assert not Card.objects.filter(ref=listing.ref).exists()
    lift_suspension(listing.owner.organisation, by=reviewer)
    drain()
    assert card_of(listing).title == "ผ้าพันคอลายดอกพิกุล"


def test_new_names_of_makers_and_shelves_are_on_the_cards(django_capture_on_commit_callbacks):
    shelf = create_category()
    listing = create_complete_draft()
    save_listing_draft(listing, by=listing.owner.person, categories=[shelf])
    create_live_listing(listing.owner)
    submit_listing(listing, by=listing.owner.person)
    drain()
    listing.owner.organisation.write_texts("th", name="แม่ ๆ ร่มไทร")
    with django_capture_on_commit_callbacks(execute=True):
        shelf.write_texts("th", name="ผ้าและด้าย")
    drain()
    assert card_of(listing).maker == "แม่ ๆ ร่มไทร"
    [textiles] = [choice for choice in Shelf("listing", "th").filters()["category"] if choice.value == "textiles"]
    assert "ผ้าและด้าย" in textiles.label
    assert_cards_true("listing")
