"""From a draft into the shop."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from marketplace.catalogue.actions.drafts import save_listing_draft
from marketplace.catalogue.actions.life import pause_listing, resume_listing
from marketplace.catalogue.actions.review import approve_listing, refuse_listing, submit_listing, withdraw_listing
from marketplace.catalogue.exceptions import Incomplete, NotYours, WrongState
from marketplace.catalogue.models import Product
from network.people.models import Message
from tests.marketplace.factories import (
    create_complete_draft,
    create_draft,
    create_live_listing,
    create_person,
    create_reviewer,
    create_seller,
)

pytestmark = pytest.mark.django_db


def moves_of(listing):
    return [(move.origin, move.state, move.by, move.reasons) for move in listing.moves.all()]


def state_of(listing):
    row = Product.objects.get(pk=listing.pk)
    return row.state, row.is_public


def test_a_first_listing_waits_for_a_reviewer_and_then_stands_in_the_shop():
    listing, reviewer = create_complete_draft(), create_reviewer()
    person = listing.owner.person

    submit_listing(listing, by=person)
    assert state_of(listing) == ("waiting", False)
    approve_listing(listing, by=reviewer)

    assert state_of(listing) == ("live", True)
    assert moves_of(listing) == [("draft", "waiting", person, ""), ("waiting", "live", reviewer, "")]
    assert list(Product.objects.for_sale()) == [listing]


def test_handing_in_and_approving_twice_is_once():
    listing, reviewer = create_complete_draft(), create_reviewer()
    stale = Product.objects.get(pk=listing.pk)
    for copy in (listing, stale):
        submit_listing(copy, by=listing.owner.person)
    for copy in (listing, stale):
        approve_listing(copy, by=reviewer)
    assert [move[1] for move in moves_of(listing)] == ["waiting", "live"]
    assert Message.objects.filter(template="catalogue/messages/approved").count() == 1


def test_a_trusted_seller_needs_no_second_reading():
    seller = create_live_listing().owner
    listing = create_complete_draft(seller)
    submit_listing(listing, by=seller.person)
    assert state_of(listing) == ("live", True)
    assert listing.slug != listing.public_id


def test_new_goods_that_claim_something_are_read_even_from_a_trusted_seller():
    seller = create_live_listing().owner
    listing = create_complete_draft(seller)
    save_listing_draft(listing, by=seller.person, language="en", texts={"title": "Scarf", "claims": "Halal"})
    submit_listing(listing, by=seller.person)
    assert state_of(listing) == ("waiting", False)


def test_trust_is_each_sellers_own():
    create_live_listing()
    listing = create_complete_draft()
    submit_listing(listing, by=listing.owner.person)
    assert state_of(listing) == ("waiting", False)


def test_an_unfinished_draft_says_all_that_is_missing():
    listing = create_draft(title="ผ้าพันคอ")
    with pytest.raises(Incomplete) as refused:
        submit_listing(listing, by=listing.owner.person)
    assert set(refused.value.message_dict) == {"photo", "price", "weight_g", "ships_to", "left"}
    assert state_of(listing) == ("draft", False)
    assert moves_of(listing) == []


def test_what_is_only_picked_up_needs_no_weight():
    listing = create_draft(shipping_class="pickup")
    with pytest.raises(Incomplete) as refused:
        submit_listing(listing, by=listing.owner.person)
    assert set(refused.value.message_dict) == {"photo", "price", "left"}


def test_a_refusal_says_why_and_the_seller_is_told():
    listing, reviewer = create_complete_draft(), create_reviewer()
    submit_listing(listing, by=listing.owner.person)
    refuse_listing(listing, by=reviewer, reasons="  The photo is too dark.  ")
    assert state_of(listing) == ("refused", False)
    assert moves_of(listing)[-1] == ("waiting", "refused", reviewer, "The photo is too dark.")
    [message] = Message.objects.all()
    assert (message.user, message.context["reasons"]) == (listing.owner.person, "The photo is too dark.")


def test_what_was_refused_is_mended_and_read_again_even_from_a_trusted_seller():
    seller, reviewer = create_live_listing().owner, create_reviewer()
    listing = create_live_listing(seller)
    refuse_listing(listing, by=reviewer, reasons="It may not be sold.")
    assert state_of(listing) == ("refused", False)
    save_listing_draft(listing, by=seller.person, texts={"title": "Something allowed"})
    submit_listing(listing, by=seller.person)
    assert state_of(listing) == ("waiting", False)


def test_nobody_refuses_without_a_word():
    listing = create_complete_draft()
    submit_listing(listing, by=listing.owner.person)
    with pytest.raises(ValidationError):
        refuse_listing(listing, by=create_reviewer(), reasons="  ")
    assert state_of(listing) == ("waiting", False)


@pytest.mark.parametrize("action", [approve_listing, lambda listing, by: refuse_listing(listing, by=by, reasons="no")])
def test_only_reviewers_decide_not_the_seller_herself(action):
    listing = create_complete_draft()
    submit_listing(listing, by=listing.owner.person)
    for person in (listing.owner.person, create_person(), create_person(is_staff=True)):
        with pytest.raises(NotYours):
            action(listing, by=person)
    assert state_of(listing) == ("waiting", False)
    assert len(moves_of(listing)) == 1


def test_another_seller_hands_in_nothing_and_pauses_nothing():
    draft, live, stranger = create_complete_draft(), create_live_listing(), create_seller().person
    for attempt in (
        lambda: submit_listing(draft, by=stranger),
        lambda: withdraw_listing(draft, by=stranger),
        lambda: pause_listing(live, by=stranger),
    ):
        with pytest.raises(NotYours):
            attempt()
    assert (state_of(draft), state_of(live)) == (("draft", False), ("live", True))


def test_a_draft_cannot_be_approved():
    listing = create_complete_draft()
    with pytest.raises(WrongState):
        approve_listing(listing, by=create_reviewer())
    assert state_of(listing) == ("draft", False)


def test_a_seller_may_take_it_back_while_it_waits():
    listing = create_complete_draft()
    submit_listing(listing, by=listing.owner.person)
    withdraw_listing(listing, by=listing.owner.person)
    assert state_of(listing) == ("draft", False)


def test_a_paused_listing_keeps_its_address_and_returns_unread():
    listing = create_live_listing()
    person, slug = listing.owner.person, listing.slug
    pause_listing(listing, by=person)
    pause_listing(listing, by=person)
    assert state_of(listing) == ("paused", False)
    assert list(Product.objects.for_sale()) == []
    assert list(Product.objects.shown()) == [listing]
    resume_listing(listing, by=person)
    assert state_of(listing) == ("live", True)
    assert Product.objects.get(pk=listing.pk).slug == slug
    assert [move[1] for move in moves_of(listing)] == ["waiting", "live", "paused", "live"]


def test_resuming_publishes_no_draft():
    listing = create_complete_draft()
    for _again in range(2):
        with pytest.raises(WrongState):
            resume_listing(listing, by=listing.owner.person)
    assert state_of(listing) == ("draft", False)


def test_two_listings_of_one_name_have_two_readable_addresses():
    first = create_live_listing(title="น้ำตาลโตนด")
    second = create_live_listing(title="น้ำตาลโตนด")
    assert first.slug == "namtantont"
    assert second.slug == f"namtantont-{second.public_id}"


def test_a_suspended_organisations_goods_are_out_of_sight():
    listing = create_live_listing()
    organisation = listing.owner.organisation
    organisation.suspensions.create(by=create_person(), reason="unreachable")
    assert not Product.objects.live().exists()
    assert not Product.objects.shown().exists()
    assert list(Product.objects.visible_to(listing.owner.person)) == [listing]


def test_sellers_reach_their_own_listings_only():
    mine, hers = create_draft(), create_draft()
    assert list(Product.objects.managed_by(mine.owner.person)) == [mine]
    assert list(Product.objects.visible_to(hers.owner.person)) == [hers]


@pytest.mark.parametrize(
    "wrong", [{"state": "live"}, {"is_public": True}, {"fund_ref": "fund:k3f9"}, {"fund_share_bp": 100}]
)
def test_the_database_refuses_what_the_actions_would_not_do(wrong):
    listing = create_draft()
    with pytest.raises(IntegrityError), transaction.atomic():
        Product.objects.filter(pk=listing.pk).update(**wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        Product.objects.filter(pk=listing.pk).update(state="live", is_public=True, owner=None)
    assert state_of(listing) == ("draft", False)


def test_oscars_dashboard_cannot_publish_past_the_reviewers():
    listing = create_draft()
    listing.is_public = True
    listing.save()
    assert state_of(listing) == ("draft", False)
