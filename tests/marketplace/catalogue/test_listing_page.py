"""A listing's own page."""

import json
from datetime import timedelta
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from marketplace.catalogue.actions.changes import share_with_fund
from marketplace.catalogue.actions.drafts import save_listing_draft
from marketplace.catalogue.actions.life import pause_listing
from marketplace.catalogue.actions.photos import add_photo
from marketplace.catalogue.actions.review import submit_listing
from marketplace.catalogue.actions.stock import change_stock
from marketplace.catalogue.models import ListingReport
from marketplace.partner.rates import record_rate
from network.cards.models import Card
from network.clock import now
from network.outbox.testing import drain
from tests.marketplace.catalogue.crowds import crowd_the_shop
from tests.marketplace.factories import (
    create_category,
    create_complete_draft,
    create_draft,
    create_live_listing,
    create_person,
    create_seller,
    photo,
)

pytestmark = pytest.mark.django_db


def page_of(client, listing, language="th"):
    response = client.get(f"/{language}/shop/p/{listing.slug}/")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def texts(page, selector):
    return [" ".join(found.get_text(" ").split()) for found in page.select(selector)]


def linked(page, kind):
    graph = json.loads(page.find("script", type="application/ld+json").string)["@graph"]
    return next(node for node in graph if node["@type"] == kind)


@pytest.fixture
def scarf():
    """In the shop in Thai and English, with a share for a fund."""
    listing = create_complete_draft(title="ผ้าพันคอลายดอกพิกุล", satang=690_00, left=10)
    person = listing.owner.person
    shelf = create_category()
    save_listing_draft(listing, by=person, texts={"description": "ทอด้วยกี่กระตุก", "unit": "ผืน"}, categories=[shelf])
    words = {"title": "Pikul scarf", "description": "Woven on a fly-shuttle loom.", "unit": "each"}
    save_listing_draft(listing, by=person, language="en", texts=words)
    share_with_fund(listing, fund_ref="fund:k3f9", share_bp=500, by=person)
    create_live_listing(listing.owner)
    submit_listing(listing, by=person)
    drain()
    return listing


def test_it_says_what_it_is_and_what_it_costs(client, scarf):
    page = page_of(client, scarf)
    assert page.h1.get_text() == "ผ้าพันคอลายดอกพิกุล"
    assert texts(page, ".price-l .price-figure") == ["฿690"]
    assert texts(page, ".price-l .price-unit") == ["ผืน"]
    assert texts(page, ".maker-name") == ["กลุ่มทอผ้าร่มไทร"]
    assert page_of(client, scarf, "en").h1.get_text() == "Pikul scarf"
    assert texts(page_of(client, scarf, "en"), ".price-l .price-figure") == ["THB 690"]


def test_plain_facts_are_not_for_copying(client, scarf):
    """A row of facts is a dict, and every dict has a method called copy."""
    page = client.get(f"/th/shop/p/{scarf.slug}/").content.decode()
    assert 'class="deflist"' in page
    assert 'data-controller="copy"' not in page.partition('class="deflist"')[2].partition("</dl>")[0]


def test_the_parts_of_the_price_sum_to_it(client, scarf):
    assert texts(page_of(client, scarf, "en"), ".split-parts .number") == ["THB 586.50", "THB 34.50", "THB 69"]


def test_words_that_nobody_translated_are_thai_and_say_so(client):
    listing = create_live_listing(title="ผ้าขาวม้า")
    page = page_of(client, listing, "en")
    assert page.h1.get_text() == "ผ้าขาวม้า"
    assert "Not translated yet" in page.get_text()
    assert page.find_all("link", rel="alternate", hreflang=True) == []


def test_a_name_missing_in_english_takes_the_thai_words_whole(client):
    listing = create_complete_draft(title="ผ้าขาวม้า")
    save_listing_draft(listing, by=listing.owner.person, language="en", texts={"unit": "each"})
    create_live_listing(listing.owner)
    submit_listing(listing, by=listing.owner.person)
    assert page_of(client, listing, "en").h1.get_text() == "ผ้าขาวม้า"


@pytest.mark.parametrize(
    ("left", "words"), [(10, "In stock"), (6, "In stock"), (5, "5 left"), (1, "1 left"), (0, "Sold out")]
)
def test_how_many_there_are_is_said_in_words(client, scarf, left, words):
    change_stock(scarf, left=left, by=scarf.owner.person)
    page = page_of(client, scarf, "en")
    assert texts(page, ".stock") == [words]
    offer = linked(page, "Product")["offers"]
    assert offer["availability"] == f"https://schema.org/{'InStock' if left else 'OutOfStock'}"


def test_machines_read_the_price_in_baht(client, scarf):
    record_rate("MYR", day=now().date(), baht=Decimal("7.62"), source="test")
    product = linked(page_of(client, scarf, "en"), "Product")
    assert (product["name"], product["sku"], product["category"]) == (
        "Pikul scarf",
        scarf.public_id,
        "Handwoven textiles",
    )
    assert (product["offers"]["price"], product["offers"]["priceCurrency"]) == ("690.00", "THB")
    assert all(image.startswith("http://testserver/") for image in product["image"])


def test_no_words_of_a_seller_break_out_of_the_facts(client):
    evil = "</script><script>alert(1)</script>"
    listing = create_live_listing(title=evil)
    response = client.get(f"/th/shop/p/{listing.slug}/")
    assert b"<script>alert(1)" not in response.content
    assert linked(BeautifulSoup(response.content, "html.parser"), "Product")["name"] == evil


def test_hints_are_dated_and_gone_when_they_are_old(client, scarf):
    record_rate("MYR", day=now().date(), baht=Decimal("7.62"), source="test")
    record_rate("SGD", day=now().date() - timedelta(days=8), baht=Decimal("25.10"), source="test")
    hints = texts(page_of(client, scarf, "en"), ".hints")
    assert hints[0].startswith("≈ RM 91 rate of ")
    assert "S$" not in hints[0]


def test_vat_is_named_only_where_there_is_some(client, scarf):
    assert "VAT" not in page_of(client, scarf, "en").get_text()
    taxed = create_live_listing(create_seller(vat_registered=True), satang=107_00)
    assert "Includes THB 7 VAT" in page_of(client, taxed, "en").get_text()


def test_delivery_is_estimated_for_each_country(client, scarf):
    [delivery, *_others] = texts(page_of(client, scarf, "en"), ".listing-facts dd")
    assert delivery.startswith("Thailand from THB 40 3–5 days")
    assert "Malaysia from THB 290" in delivery


def test_the_languages_it_is_written_in_are_named(client, scarf):
    page = page_of(client, scarf, "en")
    versions = {link["hreflang"]: link["href"] for link in page.find_all("link", rel="alternate", hreflang=True)}
    base = f"shop/p/{scarf.slug}/"
    assert versions == {
        "th": f"http://testserver/th/{base}",
        "en": f"http://testserver/en/{base}",
        "x-default": f"http://testserver/th/{base}",
    }
    assert page.find("link", rel="canonical")["href"] == f"http://testserver/en/{base}"
    assert page.find("meta", property="og:title")["content"] == "Pikul scarf"


def test_the_short_link_leads_to_the_readers_language(client, scarf):
    assert client.get(f"/p/{scarf.public_id}/").headers["Location"] == f"/th/shop/p/{scarf.slug}/"
    client.cookies["language"] = "en"
    assert client.get(f"/p/{scarf.public_id}/").headers["Location"] == f"/en/shop/p/{scarf.slug}/"
    assert client.get("/p/nothing/").status_code == 404


def test_more_of_the_maker_stands_below(client, scarf):
    drain()
    assert texts(page_of(client, scarf, "en"), ".cards .card-title") == ["ผ้าพันคอลายดอกพิกุล"]


def test_the_basket_is_one_button_away(client, scarf):
    form = page_of(client, scarf, "en").select_one("form.buy")
    assert form["action"] == f"/en/shop/basket/{scarf.public_id}/add/"
    assert form.select_one("input[name=quantity]")["max"] == "10"
    bar = page_of(client, scarf, "en").select_one(".actionbar button")
    assert (bar["form"], bar.get_text(strip=True)) == (form["id"], "Add to the basket")


def test_what_rests_is_shown_but_not_sold(client, scarf):
    pause_listing(scarf, by=scarf.owner.person)
    page = page_of(client, scarf, "en")
    assert "taking a rest" in page.get_text()
    assert page.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert page.select("form.buy, .actionbar") == []


def test_a_draft_is_seen_by_its_own_people_and_staff_only(client):
    listing = create_complete_draft()
    path = f"/th/shop/p/{listing.slug}/"
    assert client.get(path).status_code == 404
    for person, answer in (
        (create_seller().person, 404),
        (create_person(), 404),
        (listing.owner.person, 200),
        (create_person(is_staff=True), 200),
    ):
        client.force_login(person)
        assert client.get(path).status_code == answer


def test_a_draft_without_a_price_has_no_page_yet(client):
    listing = create_draft()
    client.force_login(listing.owner.person)
    assert client.get(f"/th/shop/p/{listing.slug}/").status_code == 404


def test_looking_costs_six_questions_and_writes_nothing(client, scarf):
    for _more in range(3):
        add_photo(scarf, photo(), by=scarf.owner.person)
    drain()
    path = f"/th/shop/p/{scarf.slug}/"
    client.get(path)
    with CaptureQueriesContext(connection) as few:
        client.get(path)
    crowd_the_shop(Card.objects.get(language="th", ref=scarf.ref), 2000)
    with CaptureQueriesContext(connection) as many:
        client.get(path)
    assert len(few) <= 6, [query["sql"] for query in few]
    assert len(many) == len(few)
    assert all(query["sql"].startswith("SELECT") for query in many)


def test_a_reader_reports_what_is_wrong(client, scarf):
    path = reverse("catalogue:report", kwargs={"slug": scarf.slug})
    assert client.get(path).status_code == 200
    response = client.post(path, {"reason": "copied", "words": "รูปของร้านฉัน"})
    assert response.headers["Location"] == scarf.get_absolute_url()
    [report] = ListingReport.objects.all()
    assert (report.listing, report.reason, report.words, report.by) == (scarf, "copied", "รูปของร้านฉัน", None)


@pytest.mark.parametrize("answers", [{}, {"reason": "because"}, {"reason": "copied", "contact": "x" * 121}])
def test_a_report_without_a_reason_comes_back_and_keeps_nothing(client, scarf, answers):
    response = client.post(reverse("catalogue:report", kwargs={"slug": scarf.slug}), answers)
    assert response.status_code == 200
    assert ListingReport.objects.count() == 0
