"""Edits of what visitors know."""

import pytest
from django.core.exceptions import ValidationError

from marketplace.catalogue.actions.changes import (
    approve_change,
    change_price,
    edit_listing,
    refuse_change,
    share_with_fund,
)
from marketplace.catalogue.actions.stock import change_stock
from marketplace.catalogue.exceptions import NotYours, WrongState
from marketplace.catalogue.models import ListingChange, Product
from marketplace.partner.availability import units_left
from network.capacity.actions import take
from network.capacity.models import Pool
from network.clock import now
from tests.marketplace.factories import (
    create_complete_draft,
    create_draft,
    create_live_listing,
    create_reviewer,
    create_seller,
)

pytestmark = pytest.mark.django_db


def price_of(listing):
    return listing.stockrecords.get().price_satang


def text_of(listing, name, language="th"):
    return listing.texts.values_list(name, flat=True).get(language=language)


def test_a_trusted_sellers_words_are_seen_at_once_and_what_stood_there_is_kept():
    listing = create_live_listing(title="ผ้าพันคอ")
    [change] = edit_listing(listing, by=listing.owner.person, texts={"title": "ผ้าพันคอนุ่ม"}, weight_g=170)
    assert (text_of(listing, "title"), Product.objects.get(pk=listing.pk).weight_g) == ("ผ้าพันคอนุ่ม", 170)
    assert change.status == "applied"
    assert change.before == {"weight_g": 160, "th.title": "ผ้าพันคอ"}
    assert change.after == {"weight_g": 170, "th.title": "ผ้าพันคอนุ่ม"}


def test_changing_nothing_leaves_no_row():
    listing = create_live_listing(title="ผ้าพันคอ")
    assert edit_listing(listing, by=listing.owner.person, texts={"title": "ผ้าพันคอ"}, weight_g=160) == []
    assert change_price(listing, satang=price_of(listing), by=listing.owner.person) is None
    assert ListingChange.objects.count() == 0


def test_a_claim_is_read_before_it_is_shown():
    listing = create_live_listing()
    changes = edit_listing(listing, by=listing.owner.person, texts={"line": "นุ่มมาก", "claims": "ฮาลาล"})
    assert [(change.status, list(change.after)) for change in changes] == [
        ("applied", ["th.line"]),
        ("waiting", ["th.claims"]),
    ]
    assert (text_of(listing, "line"), text_of(listing, "claims")) == ("นุ่มมาก", "")

    approve_change(changes[1], by=create_reviewer())
    assert text_of(listing, "claims") == "ฮาลาล"


def test_a_price_on_the_shelf_waits_and_is_then_the_price_once():
    listing, reviewer = create_live_listing(satang=690_00), create_reviewer()
    change = change_price(listing, satang=750_00, by=listing.owner.person)
    assert price_of(listing) == 690_00
    stale = ListingChange.objects.get(pk=change.pk)
    approve_change(change, by=reviewer)
    assert price_of(listing) == 750_00
    change_price(listing, satang=800_00, by=listing.owner.person)
    approve_change(stale, by=reviewer)
    assert price_of(listing) == 750_00


def test_a_refused_price_changes_nothing_and_says_why():
    listing = create_live_listing(satang=690_00)
    change = change_price(listing, satang=6900_00, by=listing.owner.person)
    refuse_change(change, by=create_reviewer(), reasons="One zero too many?")
    assert (price_of(listing), change.status, change.reasons) == (690_00, "refused", "One zero too many?")
    approve_change(change, by=create_reviewer())
    assert (price_of(listing), change.status) == (690_00, "refused")


def test_a_newer_wish_replaces_an_older_one_for_the_same():
    listing, reviewer = create_live_listing(satang=690_00), create_reviewer()
    older = change_price(listing, satang=700_00, by=listing.owner.person)
    newer = change_price(listing, satang=710_00, by=listing.owner.person)
    approve_change(newer, by=reviewer)
    approve_change(older, by=reviewer)
    assert (price_of(listing), older.status, newer.status) == (710_00, "withdrawn", "applied")


def test_no_one_approves_her_own_change_and_no_seller_any():
    listing = create_live_listing(satang=690_00)
    change = change_price(listing, satang=750_00, by=listing.owner.person)
    for person in (listing.owner.person, create_seller().person):
        with pytest.raises(NotYours):
            approve_change(change, by=person)
    assert (price_of(listing), ListingChange.objects.get().status) == (690_00, "waiting")


def test_another_seller_changes_nothing():
    listing, stranger = create_live_listing(satang=690_00), create_seller().person
    for attempt in (
        lambda: edit_listing(listing, by=stranger, texts={"title": "mine"}),
        lambda: change_price(listing, satang=100, by=stranger),
        lambda: share_with_fund(listing, fund_ref="fund:k3f9", share_bp=500, by=stranger),
        lambda: change_stock(listing, left=0, by=stranger),
    ):
        with pytest.raises(NotYours):
            attempt()
    assert ListingChange.objects.count() == 0
    assert units_left([listing.ref]) == {listing.ref: 10}


def test_drafts_are_saved_not_edited():
    listing = create_complete_draft()
    with pytest.raises(WrongState):
        edit_listing(listing, by=listing.owner.person, texts={"title": "new"})
    assert ListingChange.objects.count() == 0


def test_the_share_for_a_fund_is_promised_to_buyers_so_it_waits_too():
    draft, live = create_draft(), create_live_listing()
    share_with_fund(draft, fund_ref="fund:k3f9", share_bp=500, by=draft.owner.person)
    change = share_with_fund(live, fund_ref="fund:k3f9", share_bp=500, by=live.owner.person)
    assert (Product.objects.get(pk=draft.pk).fund_ref, Product.objects.get(pk=live.pk).fund_ref) == ("fund:k3f9", "")
    approve_change(change, by=create_reviewer())
    row = Product.objects.get(pk=live.pk)
    assert (row.fund_ref, row.fund_share_bp) == ("fund:k3f9", 500)


def test_what_is_counted_on_the_shelf_is_beside_what_buyers_hold():
    listing = create_live_listing(left=10)
    take([(Pool.objects.get(ref=listing.ref), 4)], for_ref="order:k3f9", until=now().replace(year=2999))
    assert units_left([listing.ref]) == {listing.ref: 6}
    change_stock(listing, left=1, by=listing.owner.person)
    assert units_left([listing.ref]) == {listing.ref: 1}
    change_stock(listing, left=0, by=listing.owner.person)
    pool = Pool.objects.get(ref=listing.ref)
    assert (pool.size, pool.taken) == (4, 4)


@pytest.mark.parametrize("left", [-1, 1_000_001, "3", 2.5, None])
def test_a_count_is_a_whole_number(left):
    listing = create_live_listing(left=10)
    with pytest.raises(ValidationError):
        change_stock(listing, left=left, by=listing.owner.person)
    assert units_left([listing.ref]) == {listing.ref: 10}


def test_oscars_counters_stay_empty():
    record = create_live_listing().stockrecords.get()
    record.allocate(3)
    record.consume_allocation(3)
    record.cancel_allocation(3)
    record.refresh_from_db()
    assert (record.num_in_stock, record.num_allocated) == (None, None)
