"""The one list of cards."""

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.utils.translation import override

from network.shell.samples import card


def rendered(cards, **context):
    return BeautifulSoup(render_to_string("components/cards.html", {"cards": cards, **context}), "html.parser")


def test_a_card_leads_to_its_page_with_name_price_and_place():
    page = rendered(
        [card("scarf", "ผ้าพันคอ", price_satang=69000, place="เกาะยอ", maker="ร่มไทร", path="/th/shop/p/pha/")]
    )
    assert page.a["href"] == "/th/shop/p/pha/"
    assert page.h3.get_text(strip=True) == "ผ้าพันคอ"
    assert page.select_one(".card-price").text == "฿690"
    assert page.select_one(".card-by").text == "ร่มไทร\u00a0· เกาะยอ"


def test_a_free_thing_has_a_price_and_a_priceless_one_has_none():
    free, story = rendered([card("", "a", price_satang=0), card("", "b")]).select("li")
    assert free.select_one(".card-price").text == "฿0"
    assert story.select_one(".card-price") is None


def test_a_fund_shows_how_full_it_is():
    page = rendered([card("", "a", progress=62)])
    assert page.rect["width"] == "62%"
    assert page.select_one("strong").text == "62%"


@pytest.mark.parametrize(("availability", "word"), [("sold_out", "หมดแล้ว"), ("preorder", "สั่งจอง")])
def test_availability_is_said_in_words(availability, word):
    assert rendered([card("", "a", availability=availability)]).select_one(".badge").text == word


def test_only_the_first_pictures_are_fetched_at_once():
    pictures = rendered([card("scarf", str(number)) for number in range(3)], eager=1).select("img")
    assert [picture.get("loading") for picture in pictures] == [None, "lazy", "lazy"]
    assert [picture.get("fetchpriority") for picture in pictures] == ["high", None, None]


def test_every_picture_keeps_its_place_before_it_arrives():
    assert [(img["width"], img["height"]) for img in rendered([card("scarf", "a")]).select("img")] == [("400", "500")]


def test_a_name_cannot_break_out_of_its_card():
    page = rendered([card("", "<script>alert(1)</script>")])
    assert page.script is None
    assert page.a.text == "<script>alert(1)</script>"


def test_words_that_exist_only_in_thai_are_marked_as_thai():
    with override("en"):
        own, borrowed = rendered([card("", "a", text_language="en"), card("", "ก", text_language="th")]).select("li")
    assert own.get("lang") is None
    assert borrowed["lang"] == "th"
