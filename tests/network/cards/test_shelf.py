import pytest
from django.utils.translation import override

from network.cards.models import Card
from network.cards.paging import encode
from network.cards.registry import Facet
from network.cards.shelf import Shelf

pytestmark = pytest.mark.django_db

DISTRICTS = ["hat-yai", "chana", "ranot"]


@pytest.fixture
def ten(things):
    """Ten things, one a day; every third in the same district, every second ships to Malaysia, two share a price."""
    for number in range(10):
        facets = [Facet("district", DISTRICTS[number % 3], DISTRICTS[number % 3].title())]
        facets += [Facet("ships_to", "MY", "Malaysia")] if number % 2 else []
        things.say(
            f"thing:{number}",
            day=number // 2,  # two share a moment
            title=f"{'กขคงจฉชซฌญ'[9 - number]} {number}",
            price_satang=100 * (number // 2) if number else None,
            facets=tuple(facets),
        )
    things.write()
    return things


def numbers(page):
    return [int(card.ref.removeprefix("thing:")) for card in page]


def walk(shelf, order, size):
    """Every page from the first, then back from the last."""
    forth = [shelf.page(order, size=size)]
    while forth[-1].after:
        forth.append(shelf.page(order, after=forth[-1].after, size=size))
    back = [forth[-1]]
    while back[-1].before:
        back.append(shelf.page(order, before=back[-1].before, size=size))
    return forth, back


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("newest", [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]),
        ("price", [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        ("price-down", [9, 8, 7, 6, 5, 4, 3, 2, 1]),
        ("name", [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]),
    ],
)
@pytest.mark.parametrize("size", [1, 2, 3, 20])
def test_pages_go_forth_and_back_without_gap_or_repeat(ten, order, expected, size):
    forth, back = walk(Shelf("thing", "th"), order, size)
    assert [number for page in forth for number in numbers(page)] == expected
    assert sorted({number for page in back for number in numbers(page)}) == sorted(expected)
    assert forth[0].before == ""
    assert forth[-1].after == ""


def test_a_page_is_the_same_from_either_side(ten):
    shelf = Shelf("thing", "th")
    first = shelf.page(size=3)
    second = shelf.page(after=first.after, size=3)
    assert numbers(shelf.page(before=second.before, size=3)) == numbers(first)


NO_POSITIONS = ["nonsense", "!!!", "e30", "bnVsbA", "x" * 3000, "ก", "\x00"]
NO_POSITIONS += [
    encode(parts) for parts in (["2026", 1], ["2026-01-01T00:00", 1], ["\x00", 1], ["\ud800", 1], [1.5, 1])
]


@pytest.mark.parametrize("position", NO_POSITIONS)
@pytest.mark.parametrize("order", ["newest", "price", "no such order"])
def test_a_position_that_is_none_shows_the_first_page(ten, position, order):
    shelf = Shelf("thing", "th")
    assert numbers(shelf.page(order, after=position, size=3)) == numbers(shelf.page(order, size=3))
    assert numbers(shelf.page(order, before=position, size=3)) == numbers(shelf.page(order, size=3))


def test_a_position_beyond_every_number_shows_nothing(ten):
    beyond = encode([10**30, 10**30])
    assert numbers(Shelf("thing", "th").page("price", after=beyond)) == []


def test_a_position_of_another_order_shows_the_first_page(ten):
    shelf = Shelf("thing", "th")
    assert numbers(shelf.page("price", after=shelf.page("newest", size=3).after, size=3)) == [1, 2, 3]


def test_filters_narrow_by_all_names_and_any_of_a_names_values(ten):
    assert numbers(Shelf("thing", "th", {"district": ["hat-yai"]}).page()) == [9, 6, 3, 0]
    assert numbers(Shelf("thing", "th", {"district": ["hat-yai", "chana"], "ships_to": ["MY"]}).page()) == [9, 7, 3, 1]
    assert numbers(Shelf("thing", "th", {"district": ["nowhere"]}).page()) == []
    assert numbers(Shelf("thing", "th", {"\x00": ["\x00"]}).page()) == []
    assert numbers(Shelf("thing", "th", {"district": []}).page(size=2)) == [9, 8]


def told(shelf):
    return {name: {choice.value: choice.total for choice in group} for name, group in shelf.filters().items()}


def test_filters_tell_how_many_each_choice_would_leave(ten):
    assert told(Shelf("thing", "th")) == {
        "district": {"hat-yai": 4, "chana": 3, "ranot": 3},
        "ships_to": {"MY": 5},
    }
    assert told(Shelf("thing", "th", {"district": ["hat-yai"]})) == {
        "district": {"hat-yai": 4, "chana": 3, "ranot": 3},
        "ships_to": {"MY": 2},
    }
    assert told(Shelf("thing", "th", {"district": ["chana"], "ships_to": ["MY"]})) == {
        "district": {"hat-yai": 2, "chana": 2, "ranot": 1},
        "ships_to": {"MY": 2},
    }


def test_what_was_chosen_is_marked_and_stays_though_it_leaves_nothing(ten):
    shelf = Shelf("thing", "th", {"district": ["chana"]})
    assert [choice.value for choice in shelf.filters()["district"] if choice.chosen] == ["chana"]


def test_many_cards_are_filtered_along_the_order_and_not_counted(ten, monkeypatch):
    monkeypatch.setattr("network.cards.shelf.FEW", 2)
    shelf = Shelf("thing", "th", {"ships_to": ["MY"]})
    assert numbers(shelf.page()) == [9, 7, 5, 3, 1]
    assert told(shelf) == {"district": {"hat-yai": None, "chana": None, "ranot": None}, "ships_to": {"MY": 5}}


@pytest.mark.parametrize("chosen", [{}, {"district": ["chana"]}, {"district": ["chana"], "ships_to": ["MY"]}])
def test_a_page_with_its_filters_takes_three_queries_at_most(ten, chosen, django_assert_max_num_queries):
    with django_assert_max_num_queries(3 if chosen else 2):
        shelf = Shelf("thing", "th", chosen)
        shelf.filters()
        shelf.page()


def test_several_kinds_share_one_order_and_one_query(ten, django_assert_num_queries):
    ten.say("tale:1", day=2, title="tale")
    ten.write()
    shelf = Shelf(["thing", "tale"], "th")
    with django_assert_num_queries(1):
        first = shelf.page(size=6)
    assert [card.ref for card in first] == ["thing:9", "thing:8", "thing:7", "thing:6", "tale:1", "thing:5"]
    second = shelf.page(after=first.after, size=6)
    assert [card.ref for card in second] == ["thing:4", "thing:3", "thing:2", "thing:1", "thing:0"]
    assert [card.ref for card in shelf.page(before=second.before, size=6)] == [card.ref for card in first]


def test_no_kind_shows_nothing():
    assert numbers(Shelf([], "th").page()) == []


def test_blocks_read_the_newest_in_the_readers_language_and_chosen_ones_in_their_order(ten, django_assert_num_queries):
    with override("en"), django_assert_num_queries(1):
        cards = list(Card.objects.listed("thing")[:2])
    assert [(card.ref, card.language) for card in cards] == [("thing:9", "en"), ("thing:8", "en")]
    with django_assert_num_queries(1):
        cards = Card.objects.for_refs(["thing:3", "thing:nothing", "thing:7"], "th")
    assert [card.ref for card in cards] == ["thing:3", "thing:7"]
