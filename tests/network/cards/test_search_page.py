import pytest
from bs4 import BeautifulSoup

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop(things):
    for number in range(30):
        things.say(f"thing:{number}", day=number, title={"th": f"กาแฟ {number}", "en": f"Coffee {number}"})
    things.say("tale:1", day=40, title={"th": "คนปลูกกาแฟ", "en": "Who grows coffee"})
    things.say("tale:2", day=41, title={"th": "ลูกหยี", "en": "Tamarind"})
    things.write()
    return things


@pytest.fixture
def page(client, shop):
    def get(query="", language="th", **data):
        response = client.get(f"/{language}/search/", {"q": query, **data})
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser").find("main")

    return get


def titles(page):
    return [link.text.strip() for link in page.select(".card-title a")]


def follow(client, page, rel):
    response = client.get(page.find("a", rel=rel)["href"])
    return BeautifulSoup(response.content, "html.parser").find("main")


def test_results_are_cards_in_the_readers_language(page):
    assert titles(page("ลูกหยี")) == ["ลูกหยี"]
    assert titles(page("tamarind", "en")) == ["Tamarind"]


def test_pages_follow_and_lead_back(page, client):
    first = page("กาแฟ")
    second = follow(client, first, "next")
    assert len(titles(first)) == 24
    assert len(set(titles(first) + titles(second))) == 31
    assert second.find("a", rel="next") is None
    assert titles(follow(client, second, "prev")) == titles(first)


def test_chips_name_the_kinds_found_and_narrow_to_one(page, client):
    found = page("กาแฟ")
    assert [chip.text for chip in found.select(".chip")] == ["ทั้งหมด", "things", "tales"]
    narrowed = page("กาแฟ", kind="tale")
    assert titles(narrowed) == ["คนปลูกกาแฟ"]
    assert [(chip.text, chip.get("aria-current")) for chip in narrowed.select(".chip")] == [
        ("ทั้งหมด", None),
        ("tales", "page"),
    ]
    assert len(titles(page("กาแฟ", kind="no such kind"))) == 24


def test_a_search_without_results_says_so_and_keeps_what_was_typed(page):
    found = page("ไม่มีคำนี้แน่")
    assert titles(found) == []
    assert "ยังไม่มี “ไม่มีคำนี้แน่”" in found.text
    assert found.find("input", type="search")["value"] == "ไม่มีคำนี้แน่"


def test_near_misses_are_shown_apart(page):
    found = page("ลูกหยิ")
    assert "ชื่อที่ใกล้เคียง" in found.text
    assert titles(found) == ["ลูกหยี"]


def test_without_words_the_newest_are_shown(page):
    assert titles(page())[:3] == ["ลูกหยี", "คนปลูกกาแฟ", "กาแฟ 29"]


def test_what_was_typed_is_shown_as_text_only(page):
    found = page('"><script>alert(1)</script>')
    assert found.find("script") is None
    assert "<script>alert(1)" in found.text


@pytest.mark.parametrize(
    "data", [{}, {"q": ""}, {"q": "\x00"}, {"q": "x" * 5000}, {"q": "ผ้า", "after": "\x00"}, {"kind": "\x00"}]
)
def test_no_address_breaks_the_page(client, shop, data):
    assert client.get("/th/search/", data).status_code == 200


@pytest.mark.parametrize("query", ["กาแฟ", "ลูกหยี", "ลูกหยิ", "ไม่มีคำนี้แน่", ""])
def test_the_page_takes_five_queries_at_most(client, shop, query, django_assert_max_num_queries):
    client.get("/th/search/", {"q": query})
    with django_assert_max_num_queries(5):
        client.get("/th/search/", {"q": query})
