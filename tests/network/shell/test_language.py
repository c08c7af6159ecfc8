"""The language follows the address, else the reader's choice, else it is Thai."""

import re

import pytest
from django.test import RequestFactory
from django.utils.translation import gettext, ngettext, override, pgettext

from marketplace.consignments.models.consignment import State
from network.payments.models import Refund
from network.people.forms import CodeForm
from network.shell.languages import language_links, language_tag, path_in
from network.shell.middleware import LocaleMiddleware, chosen_language
from tests.translations import disagreements, messages_of, sources


def test_the_switch_keeps_the_page_and_its_question():
    with override("th"):
        th, en = language_links("/th/search/?q=ผ้า")
    assert (th.code, th.current, th.path) == ("th", True, "/th/search/?q=ผ้า")
    assert (en.code, en.current, en.path) == ("en", False, "/en/search/?q=ผ้า")
    assert en.choose == "/language/en/?to=/en/search/%3Fq%3D%E0%B8%9C%E0%B9%89%E0%B8%B2"


def test_a_page_that_knows_its_translations_is_believed():
    with override("th"):
        links = language_links("/th/stories/a/", [("th", "/th/stories/a/"), ("en", "/en/stories/b/")])
    assert [link.path for link in links] == ["/th/stories/a/", "/en/stories/b/"]


def test_a_language_whose_interface_is_incomplete_is_not_offered():
    with override("th"):
        links = language_links("/th/a/", [("th", "/th/a/"), ("ms", "/ms/a/"), ("zh-hans", "/zh-hans/a/")])
    assert [link.code for link in links] == ["th"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [("/th/", "/en/"), ("/zh-hans/shop/", "/en/shop/"), ("/desk/", "/desk/"), ("/thai/", "/thai/")],
)
def test_an_address_changes_only_its_language(path, expected):
    assert path_in("en", path) == expected


def test_languages_are_named_as_browsers_know_them():
    assert [language_tag(code) for code in ["th", "zh-hans"]] == ["th", "zh-Hans"]


@pytest.mark.parametrize(("cookie", "expected"), [(None, "th"), ("en", "en"), ("ms", "th"), ("xx", "th")])
def test_only_a_choice_that_is_offered_counts(cookie, expected):
    request = RequestFactory().get("/desk/", headers={"accept-language": "en"})
    if cookie:
        request.COOKIES["language"] = cookie
    assert chosen_language(request) == expected


def test_the_choice_is_remembered_and_leads_to_the_page(client):
    response = client.get("/language/en/?to=/en/shop/%3Fq%3Dx")
    assert (response.status_code, response["Location"]) == (302, "/en/shop/?q=x")
    assert response.cookies["language"].value == "en"


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org/", "javascript:alert(1)", "/\\example.org"]
)
def test_the_switch_leads_nowhere_else(client, elsewhere):
    response = client.get("/language/en/", {"to": elsewhere})
    assert response["Location"] == "/en/"


@pytest.mark.django_db
def test_a_language_not_offered_is_not_found(client):
    response = client.get("/language/ms/?to=/ms/")
    assert response.status_code == 404
    assert "language" not in response.cookies


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/api/nothing", "/payments/nothing/", "/media/nothing.jpg", "/static/nothing.css"])
def test_machines_get_404_and_no_redirect(client, path):
    assert client.get(path).status_code == 404


def test_a_readers_address_without_a_language_gets_one():
    request = RequestFactory().get("/shop/?page=2")
    request.COOKIES["language"] = "en"
    middleware = LocaleMiddleware(lambda request: None)
    middleware.process_request(request)
    redirect = middleware.redirect_into_language(request)
    assert (redirect.status_code, redirect["Location"], redirect["Vary"]) == (302, "/en/shop/?page=2", "Cookie")


def test_english_is_shown_as_it_is_written():
    """Packages bring English of their own: Oscar calls a basket a cart."""
    written = [text for context, text in messages_of(sources()["shell"]) if not context]
    with override("en"):
        assert [text for text in written if gettext(text) != text] == []


@pytest.mark.parametrize("language", ["ms", "zh-hans"])
def test_what_nobody_has_translated_yet_is_shown_in_english(language):
    """Django itself would answer in the site's first language, in Thai."""
    written = {message: plural for room in sources().values() for message, plural in messages_of(room).items()}
    assert len(written) > 1000
    with override(language):
        for (context, text), plural in written.items():
            if plural:
                assert [ngettext(text, plural, number) for number in (1, 5)] == [text, plural]
            else:
                assert (pgettext(context, text) if context else gettext(text)) == text


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ms", "zh-hans"])
def test_a_page_in_a_language_without_translations_speaks_english(client, language):
    response = client.get(f"/{language}/shop/")
    assert response.status_code == 200
    assert response.headers["Content-Language"] == language
    words = re.sub(r"<[^>]+>", " ", response.content.decode()).replace("ไทย", "")
    assert "Local goods" in words
    assert re.findall(r"[ก-๙]+", words) == []


def test_no_word_is_translated_in_two_ways_without_a_context():
    assert list(disagreements()) == []


def test_words_that_mean_two_things_are_told_apart():
    with override("th"):
        assert str(CodeForm().fields["code"].label) == "รหัส"  # not a voucher's
        assert str(Refund.Status.PENDING.label) == "กำลังโอนคืน"  # not a parcel's
        assert str(State.SENT.label) == "กำลังส่ง"
