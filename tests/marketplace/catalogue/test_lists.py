"""The shop's lists, read by somebody who is not signed in."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from marketplace.catalogue.actions.drafts import save_listing_draft
from marketplace.catalogue.actions.review import submit_listing
from network.cards.models import Card
from network.clock import now
from network.outbox.testing import drain
from network.words.dates import in_bangkok
from tests.marketplace.catalogue.crowds import crowd_the_shop
from tests.marketplace.factories import (
    create_category,
    create_complete_draft,
    create_district,
    create_live_listing,
    create_seller,
)

pytestmark = pytest.mark.django_db


def list_shop(client, path="/th/shop/", **query):
    response = client.get(path, query)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def titles(page):
    return [title.get_text(strip=True) for title in page.select(".card-title")]


def shelve(listing, *categories, **facts):
    """Put a complete draft on the shelf with these categories and facts."""
    person = listing.owner.person
    save_listing_draft(listing, by=person, categories=categories, **facts)
    submit_listing(listing, by=person)
    return listing


@pytest.fixture
def weavers():
    """A trusted seller of Hat Yai."""
    return create_live_listing(title="ผ้าพันคอ", seller=create_seller(th="กลุ่มทอผ้า", en="Weavers")).owner


def test_the_newest_comes_first_with_price_maker_and_place(client, weavers):
    shelve(create_complete_draft(weavers, title="ผ้าขาวม้า", satang=350_50))
    drain()
    page = list_shop(client)
    assert titles(page) == ["ผ้าขาวม้า", "ผ้าพันคอ"]
    first = page.select_one(".card")
    assert first.select_one(".card-price").get_text() == "฿350.50"
    assert first.select_one(".card-by").get_text(strip=True) == "กลุ่มทอผ้า\u00a0· หาดใหญ่"
    assert first.a["href"] == "/th/shop/p/phakhaoma/"
    assert first.img["src"].startswith("/media/listings/")


def test_drafts_and_paused_goods_are_not_in_the_shop(client, weavers):
    create_complete_draft(weavers, title="ยังไม่เสร็จ")
    drain()
    assert titles(list_shop(client)) == ["ผ้าพันคอ"]


def test_a_language_without_words_of_its_own_shows_the_thai_ones(client, weavers):
    drain()
    assert titles(list_shop(client, "/en/shop/")) == ["ผ้าพันคอ"]


def test_filters_narrow_the_list_and_chips_take_them_away(client, weavers):
    lake = create_seller(th="ชาวนาริมเล", en="Lake farmers", district=create_district("ranot", "9007", "ระโนด", "Ranot"))
    create_live_listing(lake, title="ข้าวสังข์หยด", ships_to=["TH"])
    drain()
    page = list_shop(client, district="ranot")
    assert titles(page) == ["ข้าวสังข์หยด"]
    [chip] = page.select(".chosen a")
    assert (chip.get_text(" ", strip=True), chip["href"]) == ("ระโนด", "/th/shop/")
    assert titles(list_shop(client, maker=weavers.organisation.slug)) == ["ผ้าพันคอ"]
    assert titles(list_shop(client, ships_to="MY")) == ["ผ้าพันคอ"]
    assert titles(list_shop(client, ships_to="MY", district="ranot")) == []


def test_only_seasonal_goods_of_this_month_are_in_season(client, weavers):
    this_month = in_bangkok(now()).month
    shelve(create_complete_draft(weavers, title="ส้มจุก"), season_months=[(this_month + 5) % 12 + 1])
    shelve(create_complete_draft(weavers, title="มะม่วงเบา"), season_months=[this_month])
    drain()
    assert titles(list_shop(client, season="now")) == ["มะม่วงเบา"]


def test_a_category_shows_what_lies_on_its_shelf_and_below(client, weavers):
    textiles = create_category()
    scarves = textiles.add_child(name="ผ้าพันคอ", slug="scarves")
    scarves.write_texts("th", name="ผ้าพันคอ")
    shelve(create_complete_draft(weavers, title="ผ้าพันคอฝ้าย"), scarves)
    drain()
    page = list_shop(client, "/th/shop/c/textiles/")
    assert (page.h1.get_text(), titles(page)) == ("ผ้าทอ", ["ผ้าพันคอฝ้าย"])
    assert titles(list_shop(client, "/th/shop/c/scarves/")) == ["ผ้าพันคอฝ้าย"]
    assert client.get("/th/shop/c/nothing/").status_code == 404


def test_prices_sort_both_ways(client, weavers):
    for title, satang in (("แพง", 900_00), ("ถูก", 100_00)):
        shelve(create_complete_draft(weavers, title=title, satang=satang))
    drain()
    assert titles(list_shop(client, sort="price")) == ["ถูก", "ผ้าพันคอ", "แพง"]
    assert titles(list_shop(client, sort="price-down")) == ["แพง", "ผ้าพันคอ", "ถูก"]


@pytest.mark.parametrize(
    "query",
    [
        {"after": "x"},
        {"before": "%%%"},
        {"after": "W10"},
        {"sort": "evil"},
        {"district": "no/where' --"},
        {"season": "summer"},
        {"ships_to": "\u0000"},
        {"maker": "ก" * 500},
    ],
)
def test_nonsense_in_the_address_is_answered_kindly(client, weavers, query):
    drain()
    list_shop(client, **query)


def test_pages_lead_on_and_back_without_losing_the_choice(client, weavers):
    drain()
    crowd_the_shop(Card.objects.get(language="th"), 30)
    first = list_shop(client, district="hat-yai")
    assert len(titles(first)) == 24
    onward = first.select_one(".pager a[rel=next]")["href"]
    assert "district=hat-yai" in onward
    second = list_shop(client, onward)
    assert len(titles(second)) == 7
    back = list_shop(client, second.select_one(".pager a[rel=prev]")["href"])
    assert [a["href"] for a in back.select(".card-title a")] == [a["href"] for a in first.select(".card-title a")]


def test_only_the_whole_list_is_for_search_engines(client, weavers, settings):
    settings.DEMO = False
    drain()
    plain, narrowed = list_shop(client), list_shop(client, district="hat-yai")
    assert plain.find("link", rel="canonical")["href"] == "http://testserver/th/shop/"
    assert [link["hreflang"] for link in plain.find_all("link", rel="alternate", hreflang=True)] == [
        "th",
        "en",
        "x-default",
    ]
    assert plain.find("meta", attrs={"name": "robots"}) is None
    assert narrowed.find("meta", attrs={"name": "robots"})["content"] == "noindex"


def queries_of(client, path):
    client.get(path)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(path).status_code == 200
    return [query["sql"] for query in captured]


@pytest.mark.slow
@pytest.mark.one_database
def test_pages_cost_the_same_with_few_and_with_many_listings(client, weavers, soak):
    textiles = create_category()
    scarf = create_complete_draft(weavers, title="ผ้าขาวม้า")
    shelve(scarf, textiles, season_months=[1, 2, 3])
    drain()
    [card] = Card.objects.filter(language="th", title="ผ้าขาวม้า")
    crowd_the_shop(card, 200)
    page = list_shop(client)
    paths = {
        "/th/shop/": 5,
        page.select_one(".pager a[rel=next]")["href"]: 5,
        "/th/shop/?sort=price": 5,
        "/th/shop/?district=hat-yai&ships_to=MY": 5,
        "/th/shop/c/textiles/": 6,
        f"/th/shop/p/{scarf.slug}/": 6,
        "/th/search/?q=ผ้าขาวม้า": 5,
    }
    few = {path: queries_of(client, path) for path in paths}
    for path, budget in paths.items():
        assert len(few[path]) <= budget, (path, few[path])
        # PostgreSQL brackets a UNION.
        assert all(sql.lstrip(" (\n").startswith("SELECT") for sql in few[path]), few[path]

    Card.objects.filter(ref__startswith="listing:crowd").delete()
    crowd_the_shop(card, 20_000 if soak else 2_000)
    many = {path: queries_of(client, path) for path in paths}
    assert all(len(many[path]) <= len(few[path]) for path in paths), many
