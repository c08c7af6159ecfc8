"""Reviewers at the desk: the longest waiting first, what buyers would see, and reasons a seller can act on."""

import pytest
from django.test import Client
from django.urls import reverse

from marketplace.catalogue.actions.changes import change_price
from marketplace.catalogue.actions.reports import report_listing
from marketplace.catalogue.actions.review import submit_listing
from marketplace.catalogue.desk_review import to_review
from marketplace.catalogue.models import Product
from network.organisations.models import Membership
from tests.marketplace.factories import create_complete_draft, create_live_listing, create_reviewer, create_seller
from tests.network.people.factories import sign_in_as

pytestmark = pytest.mark.django_db


def at_desk(person):
    client = Client()
    sign_in_as(client, person)
    return client


def handed_in(**given):
    listing = create_complete_draft(**given)
    submit_listing(listing, by=listing.owner.person)
    return listing


def state_of(listing):
    return Product.objects.get(pk=listing.pk).state


def page_of(listing):
    return reverse("review:listing", args=[listing.public_id])


def test_the_longest_waiting_comes_first_and_its_page_shows_what_buyers_will_see():
    first, second = handed_in(title="มาก่อน"), handed_in(title="มาทีหลัง")
    client = at_desk(create_reviewer())
    queue = client.get(reverse("review:queue")).content.decode()
    assert queue.index(page_of(first)) < queue.index(page_of(second))
    page = client.get(page_of(first)).content.decode()
    assert "มาก่อน" in page
    assert "฿690" in page


def test_approved_it_is_in_the_shop_and_pressing_twice_is_once():
    listing, client = handed_in(), at_desk(create_reviewer())
    for _again in range(2):
        assert client.post(page_of(listing), {"verdict": "approve"})["Location"] == reverse("review:queue")
    assert state_of(listing) == "live"
    assert listing.moves.filter(state="live").count() == 1


def test_given_back_with_a_ready_reason_and_own_words_in_thai():
    listing, client = handed_in(), at_desk(create_reviewer())
    client.cookies["language"] = "en"
    client.post(page_of(listing), {"verdict": "refuse", "presets": ["price"], "words": "ขอบคุณนะ"})
    assert state_of(listing) == "refused"
    assert listing.moves.last().reasons == "ราคาเหมือนพิมพ์ผิด ช่วยดูอีกครั้ง\nขอบคุณนะ"


@pytest.mark.parametrize("given", [{}, {"words": "  "}, {"presets": ["because"]}])
def test_nothing_is_given_back_without_a_reason(given):
    listing, client = handed_in(), at_desk(create_reviewer())
    assert client.post(page_of(listing), {"verdict": "refuse", **given}).status_code == 422
    assert state_of(listing) == "waiting"


def test_a_new_price_is_approved_or_refused():
    reviewer = create_reviewer()
    client, seller = at_desk(reviewer), create_seller()
    listings = [create_live_listing(seller, reviewer=reviewer) for _number in range(2)]
    taken, left = [change_price(one, satang=750_00, by=seller.person) for one in listings]
    client.post(reverse("review:change", args=[taken.pk]), {"verdict": "approve"})
    client.post(reverse("review:change", args=[left.pk]), {"verdict": "refuse", "words": "แพงไป"})
    assert [one.stockrecords.get().price_satang for one in listings] == [750_00, 690_00]
    left.refresh_from_db()
    assert (left.status, left.reasons) == ("refused", "แพงไป")
    assert client.get(reverse("review:change", args=[taken.pk])).status_code == 404


def test_a_complaint_is_closed_or_takes_the_listing_out():
    reviewer = create_reviewer()
    client, fine, bad = at_desk(reviewer), create_live_listing(), create_live_listing()
    first, second = (report_listing(one, reason="other") for one in (fine, bad))
    client.post(reverse("review:report", args=[first.pk]), {"verdict": "close"})
    client.post(reverse("review:report", args=[second.pk]), {"verdict": "refuse", "presets": ["forbidden"]})
    assert (state_of(fine), state_of(bad)) == ("live", "refused")
    for report in (first, second):
        report.refresh_from_db()
        assert report.handled_by == reviewer


def test_nobody_reviews_her_own():
    listing, reviewer = handed_in(), create_reviewer()
    organisation = listing.owner.organisation
    Membership.objects.create(user=reviewer, organisation=organisation, role=Membership.Role.COLLEAGUE)
    assert list(to_review(reviewer)) == []
    at_desk(reviewer).post(page_of(listing), {"verdict": "approve"})
    assert state_of(listing) == "waiting"


def test_sellers_review_nothing():
    listing = handed_in()
    change = change_price(create_live_listing(listing.owner), satang=750_00, by=listing.owner.person)
    report = report_listing(listing, reason="other")
    client = at_desk(listing.owner.person)
    addresses = [reverse("review:queue"), page_of(listing)]
    addresses += [reverse("review:change", args=[change.pk]), reverse("review:report", args=[report.pk])]
    for address in addresses:
        assert client.get(address).status_code == 403
        assert client.post(address, {"verdict": "approve"}).status_code in (403, 405)
    assert state_of(listing) == "waiting"
    assert Client().get(reverse("review:queue")).status_code == 302
