import io
from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command
from django.db.models.signals import post_delete, post_save

from network.cards.actions import refresh_cards, watch, write_cards
from network.cards.models import Card, CardFacet, FacetValue
from network.cards.registry import Facet, Picture, UnknownKind
from network.cards.testing import assert_cards_true
from network.invariants import broken_invariants
from network.outbox.models import Promise
from network.outbox.testing import drain
from network.places.models import Province

pytestmark = pytest.mark.django_db

HAT_YAI = Facet("district", "hat-yai", "หาดใหญ่")
SATHING_PHRA = Facet("district", "sathing-phra", "สทิงพระ")


def totals(language="th"):
    rows = FacetValue.objects.filter(language=language)
    return {(row.name, row.value): row.total for row in rows}


def test_a_thing_gets_one_card_per_language_of_the_site(things):
    things.say(
        "thing:1",
        title={"th": "ผ้าทอเกาะยอ", "en": "Koh Yo cloth"},
        line={"th": "ทอมือ", "en": "Handwoven"},
        picture=Picture("/media/a.webp", 400, 500, "/media/b.webp 800w", "cloth"),
        price_satang=690_00,
        badges=("ตรวจแล้ว",),
        availability="preorder",
    )
    assert write_cards("thing:1") == 4
    thai, english = (Card.objects.get(ref="thing:1", language=language) for language in ("th", "en"))
    assert (thai.title, english.title) == ("ผ้าทอเกาะยอ", "Koh Yo cloth")
    assert (thai.path, english.path) == ("/th/thing:1/", "/en/thing:1/")
    assert (thai.price_satang, thai.availability, thai.badges) == (690_00, "preorder", ["ตรวจแล้ว"])
    assert (thai.picture_url, thai.picture_width, thai.picture_height) == ("/media/a.webp", 400, 500)
    assert (thai.picture_srcset, thai.picture_alt) == ("/media/b.webp 800w", "cloth")


def test_thai_stands_in_for_a_missing_language_and_says_so(things):
    things.say("thing:1", languages=["th"], title="ลูกหยี")
    write_cards("thing:1")
    malay = Card.objects.get(ref="thing:1", language="ms")
    assert (malay.title, malay.text_language, malay.path) == ("ลูกหยี", "th", "/th/thing:1/")
    things.say("thing:1", languages=["ms"], title="Buah keranji")
    write_cards("thing:1")
    malay.refresh_from_db()
    assert (malay.title, malay.text_language, malay.path) == ("Buah keranji", "ms", "/ms/thing:1/")


def test_what_has_no_thai_has_cards_in_its_own_languages_only(things):
    things.say("thing:1", languages=["en"])
    assert write_cards("thing:1") == 1


def test_a_card_keeps_its_primary_key(things):
    things.say("thing:1", title="ก่อน")
    write_cards("thing:1")
    before = Card.objects.get(ref="thing:1", language="th")
    things.say("thing:1", title="หลัง")
    write_cards("thing:1")
    after = Card.objects.get(ref="thing:1", language="th")
    assert (after.pk, after.title) == (before.pk, "หลัง")


def test_what_is_no_longer_public_loses_its_cards_and_its_numbers(things):
    things.say("thing:1", facets=(HAT_YAI,))
    things.say("thing:2", facets=(HAT_YAI,))
    things.write()
    things["thing:1"] = {}
    assert write_cards("thing:1") == 0
    assert set(Card.objects.values_list("ref", flat=True)) == {"thing:2"}
    assert totals() == {("district", "hat-yai"): 1}
    assert CardFacet.objects.filter(language="th").count() == 1


def test_the_numbers_of_the_filters_move_with_the_facets(things):
    things.say("thing:1", facets=(HAT_YAI,))
    things.say("thing:2", facets=(HAT_YAI, SATHING_PHRA))
    things.write()
    assert totals() == {("district", "hat-yai"): 2, ("district", "sathing-phra"): 1}
    things.say("thing:1", facets=(SATHING_PHRA,))
    things.write()
    things.write()
    assert totals() == totals("en") == {("district", "hat-yai"): 1, ("district", "sathing-phra"): 2}
    assert broken_invariants() == {}


def test_a_borrowed_label_never_replaces_a_readers_own(things):
    things.say(
        "thing:1", languages=["th", "en"], facets={"th": (HAT_YAI,), "en": (Facet("district", "hat-yai", "Hat Yai"),)}
    )
    things.say("thing:2", languages=["th"], facets=(HAT_YAI, SATHING_PHRA))
    things.write()
    labels = dict(FacetValue.objects.filter(language="en").values_list("value", "label"))
    assert labels == {"hat-yai": "Hat Yai", "sathing-phra": "สทิงพระ"}
    things.say("thing:1", languages=["en"], facets=(Facet("district", "hat-yai", "Hatyai"),))
    things.write()
    assert FacetValue.objects.get(language="en", value="hat-yai").label == "Hatyai"


def test_texts_too_long_for_a_card_are_cut(things):
    things.say("thing:1", title="ก" * 500, line="x" * 500, place="y" * 500, maker="z" * 500)
    write_cards("thing:1")
    card = Card.objects.get(ref="thing:1", language="th")
    assert [len(text) for text in (card.title, card.line, card.place, card.maker)] == [200, 300, 100, 200]


def test_a_refresh_is_a_promise_kept_once_however_often_it_is_made(things):
    things.say("thing:1", title="ใหม่")
    refresh_cards("thing:1", "thing:1")
    refresh_cards("thing:1")
    assert Card.objects.count() == 0
    drain()
    assert Card.objects.get(ref="thing:1", language="th").title == "ใหม่"
    assert Promise.objects.unkept().count() == 0


def test_a_kind_that_nobody_describes_is_refused_at_once(things):
    with pytest.raises(UnknownKind):
        refresh_cards("ghost:1")
    assert Promise.objects.count() == 0


@pytest.fixture
def watched(things):
    def refs_of(province):
        return f"thing:{province.code}" if province.code.isdigit() else None

    watch(Province, refs_of)
    yield things
    for signal in (post_save, post_delete):
        signal.disconnect(sender=Province, dispatch_uid=(Province, refs_of))


def test_saving_and_deleting_a_watched_row_refreshes_its_card(watched):
    province = Province.objects.create(code="01")
    watched.say("thing:01", title="หนึ่ง")
    drain()
    assert Card.objects.get(language="th").title == "หนึ่ง"
    watched.say("thing:01", title="สอง")
    province.save()
    drain()
    assert Card.objects.get(language="th").title == "สอง"
    del watched["thing:01"]
    province.delete()
    drain()
    assert Card.objects.count() == 0


def test_a_watched_row_that_shows_nowhere_promises_nothing(watched):
    Province.objects.create(code="xx")
    assert Promise.objects.filter(topic="cards.refresh").count() == 0


def rebuild(*kinds):
    out = io.StringIO()
    call_command("rebuild_cards", *kinds, stdout=out, verbosity=0)
    return out.getvalue().strip()


def test_rebuilding_writes_all_keeps_keys_removes_orphans_and_counts_anew(things):
    things.say("thing:1", facets=(HAT_YAI,))
    things.say("thing:2", facets=(HAT_YAI,))
    things.say("tale:1")
    things.write()
    keys = dict(Card.objects.filter(ref="thing:1").values_list("language", "pk"))
    del things["thing:2"]
    things["thing:1"]["th"] = replace(things["thing:1"]["th"], title="ใหม่")
    FacetValue.objects.filter(language="en").update(total=7)
    assert list(broken_invariants()) == ["cards.filter_numbers"]
    assert rebuild() == "8 cards written, 4 without a source removed, 1 numbers put right."
    assert dict(Card.objects.filter(ref="thing:1").values_list("language", "pk")) == keys
    assert assert_cards_true("thing") == assert_cards_true("tale") == 4
    assert totals() == totals("en") == {("district", "hat-yai"): 1}
    assert broken_invariants() == {}


def test_one_kind_is_rebuilt_without_touching_the_others(things):
    things.say("thing:1")
    things.say("tale:1")
    things.write()
    del things["tale:1"]
    del things["thing:1"]
    assert rebuild("thing") == "0 cards written, 4 without a source removed, 0 numbers put right."
    assert set(Card.objects.values_list("ref", flat=True)) == {"tale:1"}


def test_rebuilding_an_unknown_kind_is_refused(things):
    with pytest.raises(CommandError, match="No such kind: ghost"):
        rebuild("ghost")


def test_the_helper_for_rooms_notices_a_card_that_lies(things):
    things.say("thing:1", price_satang=100, facets=(HAT_YAI,))
    things.write()
    assert assert_cards_true("thing") == 4
    Card.objects.filter(language="en").update(price_satang=99)
    with pytest.raises(AssertionError):
        assert_cards_true("thing")
    things.write()
    CardFacet.objects.filter(language="en").delete()
    with pytest.raises(AssertionError):
        assert_cards_true("thing")
