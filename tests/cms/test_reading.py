"""A reader's way to a page, in her language or in one that has it."""

import re

import pytest
from wagtail.models import Locale, Page

from cms.actions.set_up_site import set_up_site

from .conftest import section, tell_story

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/th/", "/en/", "/th/stories/", "/en/members/", "/th/terms/", "/en/privacy/"])
def test_a_site_that_is_set_up_has_its_pages(client, home, path):
    response = client.get(path)
    assert response.status_code == 200
    assert response.headers["Content-Language"] == path[1:3]


def test_a_story_is_read(client, home):
    tell_story("สิบมือใหม่บนกี่ทอผ้า")
    text = client.get("/th/stories/ruang/").content.decode()
    assert "<h1>สิบมือใหม่บนกี่ทอผ้า</h1>" in text
    assert "กี่กระตุกดังตั้งแต่เช้า" in text


def test_a_story_without_a_translation_leads_to_the_language_that_has_it(client, home):
    tell_story()
    response = client.get("/en/stories/ruang/")
    assert (response.status_code, response.headers["Location"]) == (302, "/th/stories/ruang/")


@pytest.mark.parametrize("language", ["ms", "zh-hans"])
def test_a_language_without_pages_leads_to_english_and_where_there_is_none_to_thai(client, home, language):
    page = tell_story()
    response = client.get(f"/{language}/stories/ruang/")
    assert (response.status_code, response.headers["Location"]) == (302, "/th/stories/ruang/")
    tell_story("A story", language="en", source=page)
    for path in ("", "stories/", "stories/ruang/"):
        assert client.get(f"/{language}/{path}").headers["Location"] == f"/en/{path}"


def test_a_first_page_in_malay_is_read_but_not_offered_yet(client, home):
    malay = home.copy_for_translation(Locale.objects.get(language_code="ms"))
    malay.title = "Utama"
    malay.save_revision().publish()
    response = client.get("/ms/")
    assert response.status_code == 200
    assert "Utama" in response.content.decode()
    for path in ("/ms/", "/th/"):
        offered = re.findall(r'href="/language/([^/]+)/', client.get(path).content.decode())
        assert set(offered) <= {"th", "en"}
        assert "en" in offered
        assert 'hreflang="ms"' not in client.get(path).content.decode()
    assert "/ms/" not in client.get("/sitemap-pages.xml").content.decode()


def test_a_draft_is_nowhere(client, home):
    page = tell_story()
    page.unpublish()
    assert client.get("/th/stories/ruang/").status_code == 404
    assert client.get("/en/stories/ruang/").status_code == 404


def test_what_nobody_wrote_is_nowhere(client, home):
    assert client.get("/th/stories/nothing/").status_code == 404
    assert client.get("/th/nothing/at/all/").status_code == 404


def test_a_page_below_another_of_the_same_slug_is_its_own(client, home):
    tell_story(slug="stories")
    assert "<h1>เรื่องเล่า</h1>" in client.get("/th/stories/").content.decode()
    assert "<h1>เรื่องหนึ่ง</h1>" in client.get("/th/stories/stories/").content.decode()


def test_the_language_switch_knows_only_translations(client, home):
    page = tell_story()
    assert client.get("/th/stories/ruang/").context["language_links"] == [("th", "/th/stories/ruang/")]
    tell_story("A story", language="en", slug="a-story", source=page)
    links = [("th", "/th/stories/ruang/"), ("en", "/en/stories/a-story/")]
    assert client.get("/th/stories/ruang/").context["language_links"] == links
    assert client.get("/en/stories/a-story/").context["language_links"] == links


def test_private_pages_ask_who_reads(client, home):
    page = tell_story()
    page.view_restrictions.create(restriction_type="login")
    response = client.get("/th/stories/ruang/")
    assert response.status_code == 302
    assert response.headers["Location"] == "/th/account/sign-in/?next=/th/stories/ruang/"


def test_setting_up_again_changes_nothing(client, home):
    stories = section("stories")
    stories.title = "เรื่องของเรา"
    stories.save()
    before = Page.objects.count()
    assert set_up_site() == home
    assert Page.objects.count() == before
    assert section("stories").title == "เรื่องของเรา"
