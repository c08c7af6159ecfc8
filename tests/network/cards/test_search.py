import pytest

from network.cards.models import Card
from network.cards.paging import encode
from network.cards.registry import Facet
from network.cards.search import search_cards

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop(things):
    """Six things and a tale, in Thai and English."""
    for number, (thai, english, kind) in enumerate(
        [
            ("น้ำตาลโตนดผง", "Toddy palm sugar", "thing"),
            ("ผ้าทอเกาะยอ", "Koh Yo handwoven cloth", "thing"),
            ("ผ้าพันคอบาติก", "Batik scarf", "thing"),
            ("ลูกหยีกวน", "Velvet tamarind sweets", "thing"),
            ("ปูม้าแกะสด", "Picked blue crab", "thing"),
            ("น้ำยาล้างจานจากปูนขาว", "Lime wash", "thing"),
            ("ป่าและป้าของเกาะยอ", "An aunt and her forest on Koh Yo", "tale"),
        ]
    ):
        things.say(
            f"{kind}:{number}",
            title={"th": thai, "en": english},
            text={"th": "ทำที่สงขลา ๒๕๖๙", "en": "Made in Songkhla 2026"},
            facets=(Facet("district", "even" if number % 2 == 0 else "odd", "คี่คู่"),),
        )
    things.write()
    return things


def found(query, language="th", **narrowing):
    return [card.ref for card in search_cards(query, language, **narrowing).cards]


def near(query, language="th"):
    return [card.ref for card in search_cards(query, language).near]


@pytest.mark.parametrize(
    ("query", "refs"),
    [
        ("ตาล", {"thing:0"}),
        ("โตนด", {"thing:0"}),
        ("น้ำตาล โตนด", {"thing:0"}),
        ("ผ้า", {"thing:1", "thing:2"}),
        ("เกาะยอ", {"thing:1", "tale:6"}),
        ("ผ้าทอเกาะยอ", {"thing:1"}),
        ("ลูกหยี", {"thing:3"}),
        ("ปู", {"thing:4"}),
        ("ป้า", {"tale:6"}),
        ("ป่า", {"tale:6"}),
        ("ป๋า", set()),
        ("ผ้า โตนด", set()),
        ("สงขลา 2569", {f"thing:{number}" for number in range(6)} | {"tale:6"}),
    ],
)
def test_thai_words_are_found_wherever_they_stand(shop, query, refs):
    assert set(found(query)) == refs


@pytest.mark.parametrize(
    ("query", "refs"),
    [
        ("scarves", set()),
        ("SCARF", {"thing:2"}),
        ("clothes koh", set()),
        ("koh yo", {"thing:1", "tale:6"}),
        ("ลูกหยี", {"thing:3"}),
    ],
)
def test_english_words_are_found_whatever_their_case_and_thai_names_too(shop, query, refs):
    assert set(found(query, "en")) == refs


def test_a_search_stays_within_its_language(shop):
    assert {card.language for card in search_cards("koh yo", "en").cards} == {"en"}
    assert {card.language for card in search_cards("koh yo", "th").cards} == {"th"}


def test_a_word_of_the_title_comes_before_one_of_the_text(things):
    things.say("thing:text", day=9, title="ของฝาก", text="ทำจากกาแฟ กาแฟ กาแฟ")
    things.say("thing:title", title="กาแฟ")
    things.write()
    assert found("กาแฟ") == ["thing:title", "thing:text"]


def test_a_half_typed_word_is_found_when_few_have_it_whole(shop):
    assert near("tamar", "en") == ["thing:3"]
    assert near("koh hand", "en") == ["thing:1"]


@pytest.mark.parametrize(("query", "ref"), [("น้ำตาลโตนต", "thing:0"), ("ลูกหยิ", "thing:3"), ("บาติค", "thing:2")])
def test_a_slip_of_typing_still_comes_near(shop, query, ref):
    assert ref in near(query)
    assert found(query) == []


def test_what_is_found_is_not_shown_again_as_near(shop):
    result = search_cards("ลูกหยี", "th")
    assert [card.ref for card in result.cards] == ["thing:3"]
    assert result.near == []


def test_kinds_and_facets_narrow_the_search(shop):
    assert found("เกาะยอ", kinds=["tale"]) == ["tale:6"]
    assert set(found("สงขลา", facets={"district": ["odd"]})) == {"thing:1", "thing:3", "thing:5"}
    assert set(found("สงขลา", kinds=["thing", "tale"], facets={"district": ["odd", "even"]})) == set(found("สงขลา"))
    assert found("สงขลา", facets={"district": ["\x00nowhere"]}) == []


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "!?",
        "\x00",
        "'",
        '"',
        "*",
        "AND",
        "NOT OR",
        "a:b*",
        "(((",
        "'; DROP TABLE cards_card; --",
        "ก",
        "๑",
        "\\",
        "-x",
        "^",
        "x" * 5000,
        "ผ้า" * 500,
        "\ud800",
        "🧺",
    ],
)
def test_nothing_that_is_typed_breaks_the_search(shop, query):
    search_cards(query, "th")
    search_cards(query, "en")
    assert Card.objects.count() == 28


def test_pages_of_results_follow_without_gap_or_repeat(shop):
    seen, after = [], ""
    for _ in range(4):
        result = search_cards("สงขลา", "th", after=after, size=2)
        seen += [card.ref for card in result.cards]
        after = result.after
    assert sorted(seen) == sorted(found("สงขลา"))
    assert after == ""
    assert result.before != ""


@pytest.mark.parametrize(
    "after", ["nonsense", encode(-1), encode(10**9), encode("x"), encode([1]), encode(True), "\x00"]
)
def test_a_position_that_is_none_shows_the_first_page(shop, after):
    assert found("ผ้า", after=after) == found("ผ้า")


@pytest.mark.parametrize("query", ["ผ้า", "สงขลา", "ไม่มีคำนี้", "", "บาติค"])
def test_a_search_takes_four_queries_at_most(shop, query, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        search_cards(query, "th", kinds=["thing"], facets={"district": ["odd"]})


def test_changes_and_removals_are_seen_by_the_search_at_once(shop):
    shop.say("thing:3", title="ลูกตาลลอยแก้ว")
    shop["thing:4"] = {}
    shop.write()
    assert found("ลูกหยี") == []
    assert found("ลอยแก้ว") == ["thing:3"]
    assert found("ปูม้า") == []
    Card.objects.filter(ref="thing:3").delete()
    assert found("ลอยแก้ว") == []
