"""A page that was planted in two languages is to Wagtail's editors a translation beside its source."""

import pytest
from django.core.management import call_command
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cms.actions.translations import tie_translations
from cms.models import InfoPage, StoryPage
from network.outbox.testing import drain
from tests.network.people.factories import sign_in_as

from .conftest import SUPPORT, edit_path, tell_story

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
THAI = [
    ("paragraph", "<p>กี่กระตุกดังตั้งแต่เช้า</p><p>จนค่ำ</p>"),
    ("facts", {"title": "รู้ไว้", "rows": [{"icon": "clock", "label": "เวลา", "value": "เช้า"}]}),
    ("paragraph", '<p>ดู<a href="/th/funds/">กองทุน</a></p>'),
]
ENGLISH = [
    ("paragraph", "<p>The loom is heard from the morning on.</p><p>Until night.</p>"),
    ("facts", {"title": "Good to know", "rows": [{"icon": "clock", "label": "Time", "value": "Mornings"}]}),
    ("paragraph", '<p>See <a href="/en/funds/">the funds</a></p>'),
]


@pytest.fixture
def story(home):
    return tell_story("เก่า", body=THAI, support=[SUPPORT])


@pytest.fixture
def english(story):
    return tell_story("Old", language="en", source=story, body=ENGLISH, support=[SUPPORT])


def of(page):
    return Translation.objects.filter(source__object_id=page.translation_key)


def test_every_word_of_a_translation_is_known(story, english):
    before = english.body.get_prep_value()

    tie_translations()

    translation = of(story).get()
    assert translation.get_progress() == (9, 9)
    said = StringTranslation.objects.filter(context__object__translation_key=story.translation_key)
    assert set(said.values_list("data", flat=True)) >= {
        "Old",
        "Until night.",
        "Mornings",
        'See <a id="a1">the funds</a>',
    }
    after = StoryPage.objects.get(pk=english.pk).body.get_prep_value()
    assert without_ids(after) == without_ids(before)
    assert [block["id"] for block in after] == [block["id"] for block in story.body.get_prep_value()]


def without_ids(value):
    if isinstance(value, list):
        return [without_ids(one) for one in value]
    if isinstance(value, dict):
        return {key: without_ids(one) for key, one in value.items() if key != "id"}
    return value


def test_publishing_the_translation_unchanged_changes_nothing(story, english, editor):
    before = without_ids(english.body.get_prep_value())
    tie_translations()

    of(story).get().save_target(user=editor)

    page = StoryPage.objects.get(pk=english.pk)
    assert (page.title, page.slug, page.line) == (english.title, english.slug, english.line)
    assert without_ids(page.body.get_prep_value()) == before


def test_tying_again_does_nothing(story, english, django_assert_max_num_queries):
    assert tie_translations() > 0
    sources, strings = TranslationSource.objects.count(), StringTranslation.objects.count()
    with django_assert_max_num_queries(4):
        assert tie_translations() == 0
    assert (TranslationSource.objects.count(), StringTranslation.objects.count()) == (sources, strings)


def test_a_translation_that_an_editor_stopped_stays_stopped(story, english):
    tie_translations()
    of(story).update(enabled=False)
    tie_translations()
    assert not of(story).get().enabled


@pytest.mark.parametrize("body", [ENGLISH[:2], [ENGLISH[1], ENGLISH[0], ENGLISH[2]]])
def test_pages_that_are_not_built_alike_are_left_alone(story, body):
    page = tell_story("Old", language="en", source=story, body=body, support=[SUPPORT])
    before = page.body.get_prep_value()
    tie_translations()
    assert not of(story).exists()
    assert StoryPage.objects.get(pk=page.pk).body.get_prep_value() == before


def test_a_page_that_an_editor_is_at_work_on_is_left_alone(story, english):
    english.title = "New"
    english.save_revision()
    tie_translations()
    assert not of(story).exists()


def test_a_page_in_one_language_has_nothing_to_be_tied_to(story):
    tie_translations()
    assert not TranslationSource.objects.filter(object_id=story.translation_key).exists()


def test_set_up_ties_its_own_pages(home):
    call_command("setup_site", verbosity=0)
    terms = InfoPage.objects.get(slug="terms", locale__language_code="th")
    done, wanted = of(terms).get().get_progress()
    assert done == wanted > 20
    assert not [one for one in Translation.objects.all() if len(set(one.get_progress())) > 1]


def test_an_editor_sees_the_translation_beside_its_source(client, story, english, editor):
    sign_in_as(client, editor)
    assert b"data-react-component" not in client.get(edit_path(english)).content
    tie_translations()
    shown = client.get(edit_path(english))
    assert shown.templates[0].name == "wagtail_localize/admin/edit_translation.html"
    assert shown.context["translation"] == of(story).get()


def test_a_change_of_the_source_is_carried_over(client, story, english, editor):
    sign_in_as(client, editor)
    tie_translations()
    page = StoryPage.objects.get(pk=story.pk)
    page.body = [
        *page.body.get_prep_value(),
        {"type": "heading", "value": "ใหม่", "id": "11111111-1111-4111-8111-111111111111"},
    ]
    page.save_revision().publish()

    source = of(story).get().source
    client.post(f"/cms/localize/update/{source.pk}/", {"publish_translations": "on"})
    drain()

    assert of(story).get().get_progress() == (10, 9)
    text = client.get("/en/stories/ruang/").content.decode()
    assert "Until night." in text
    assert "ใหม่" in text


def test_an_editor_begins_a_language_that_is_not_offered_yet(client, story, editor, django_capture_on_commit_callbacks):
    """Wagtail puts aliases of the Thai front page and section above the first page in Malay: no reader meets them."""
    sign_in_as(client, editor)
    malay = Locale.objects.get(language_code="ms")
    begun = client.post(f"/cms/localize/submit/page/{story.pk}/", {"locales": [malay.pk]})
    page = StoryPage.objects.get(locale=malay)
    assert begun.headers["Location"] == edit_path(page)
    assert client.get(edit_path(page)).templates[0].name == "wagtail_localize/admin/edit_translation.html"
    assert client.get("/ms/").headers["Location"] == "/en/"
    assert client.get("/ms/stories/").headers["Location"] == "/en/stories/"
    assert client.get("/ms/stories/ruang/").headers["Location"] == "/th/stories/ruang/"
    assert [code for code, _path in client.get("/th/").context["language_links"]] == ["th", "en"]

    with django_capture_on_commit_callbacks(execute=True):
        of(story).get().save_target(user=editor)
    assert client.get("/ms/stories/ruang/").status_code == 200
