"""Promise 58: what people write never runs on somebody else's screen: cleaned at saving, and again at showing."""

import re
import shutil

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Page

from cms.actions.set_up_site import set_up_site
from cms.blocks.text import ParagraphBlock
from cms.templatetags.cms import shown_richtext
from marketplace.catalogue.models import Category, ListingText
from network.organisations.models import OrganisationText
from network.outbox.testing import drain
from network.words.rich_text import ATTRIBUTES, SCHEMES, TAGS, clean_rich_text
from tests.cms.conftest import tell_story
from tests.funding.conftest import make_fund, paid, pledge_to
from tests.marketplace.factories import create_live_listing, create_seller
from tests.payloads import CALL, PAYLOADS

pytestmark = pytest.mark.promise(58)
ALLOWED = re.compile(rf"(?:{'|'.join(SCHEMES)}):|[/#?]", re.IGNORECASE)


def faults_in(html):
    """What of these could run: by the eyes of a parser, not of a pattern."""
    for element in BeautifulSoup(html, "html.parser").find_all(True):
        if element.name not in TAGS:
            yield element.name
        for name, value in element.attrs.items():
            if name not in ATTRIBUTES.get(element.name, ()):
                yield f"{element.name} {name}"
            if name == "href" and not ALLOWED.match(value):
                yield value


@pytest.mark.one_database
def test_of_every_payload_nothing_is_left_that_runs():
    assert len(PAYLOADS) >= 150
    for payload in PAYLOADS:
        kept = clean_rich_text(payload)
        assert list(faults_in(kept)) == [], payload
        assert clean_rich_text(kept) == kept, payload


@pytest.mark.one_database
def test_what_may_stand_stands():
    words = '<p data-block-key="a1">ผ้า<b>ทอ</b> <a linktype="page" id="3">เรื่อง</a> <a href="https://x.example/?a=1">x</a></p>'
    assert clean_rich_text(words) == words


@pytest.mark.django_db
def test_a_page_is_cleaned_when_it_is_kept_and_again_when_it_is_shown(client):
    set_up_site()
    block = ParagraphBlock()
    kept = block.get_prep_value(block.to_python("".join(PAYLOADS)))
    assert list(faults_in(kept)) == []
    old = block.to_python("".join(PAYLOADS))  # a row from before anything was cleaned
    assert list(faults_in(shown_richtext(old))) == []

    story = tell_story(
        "Story " + PAYLOADS[0],
        body=[("paragraph", "".join(PAYLOADS)), ("quote", {"text": PAYLOADS[3], "who": PAYLOADS[4]})],
    )
    page = Page.objects.get(pk=story.pk).specific
    nothing_runs(client.get(page.url))


def nothing_runs(answer):
    """Of the page: no handler, and none of our payloads' words inside a script or an address."""
    assert answer.status_code == 200
    soup = BeautifulSoup(answer.content.decode(), "html.parser")
    for element in soup.find_all(True):
        assert not [name for name in element.attrs if name.lower().startswith("on")], element
        for name in ("href", "src", "action", "formaction", "data"):
            assert (
                not str(element.get(name, "")).strip().lower().startswith(("javascript:", "vbscript:", "data:text"))
            ), element
    assert not [
        script
        for script in soup.find_all("script")
        if script.get("type") != "application/ld+json" and CALL in script.text
    ]


@pytest.mark.django_db
def test_words_of_people_are_only_words_on_every_page(client):
    """Each field of words that readers see, with as much of the corpus as it takes."""
    short, everything = f'<svg onload="{CALL}">', "".join(PAYLOADS)
    listing = create_live_listing(create_seller())
    ListingText.objects.filter(parent=listing).update(
        title=f"x{short}",
        line=short,
        description=everything,
        unit="<b>",
        origin=short,
        care=everything,
        claims=everything,
    )
    OrganisationText.objects.update(name=f"x{short}", line=short, description=everything)
    fund = make_fund()
    fund.texts.update(name=f"x{short}", line=short, purpose=everything, governance=everything)
    pledge, attempt = pledge_to(fund, name=short, in_memory_of=short)
    paid(attempt)
    drain()

    nothing_runs(client.get(listing.get_absolute_url()))
    for path in [
        fund.get_absolute_url(),
        reverse("funds:ledger", args=[fund.slug]),
        pledge.get_absolute_url(),
        reverse("funds:receipt", args=[pledge.token]),
    ]:
        nothing_runs(client.get(path))
    category = Category.add_root(name="x", description=everything, long_description=everything)
    assert list(faults_in(category.description)) == list(faults_in(category.long_description)) == []


@pytest.mark.browser
@pytest.mark.one_database
@pytest.mark.django_db
def test_in_a_real_browser_none_of_them_runs():
    """Without any policy of the site's: the words alone. The corpus as it came runs, so the test can fail."""
    path = shutil.which("chromium")
    if not path:
        pytest.skip("No Chromium: on Debian, apt-get install chromium.")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as running:
        page = running.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"]).new_page()
        page.route("**/*", lambda route: route.abort())

        def ran(html):
            page.set_content(f"<!DOCTYPE html><body>{html}</body>", wait_until="domcontentloaded")
            page.wait_for_timeout(300)
            return page.evaluate("window.ran || 0")

        assert ran("".join(f"<div>{clean_rich_text(payload)}</div>" for payload in PAYLOADS)) == 0
        assert ran("".join(f"<div>{payload}</div>" for payload in PAYLOADS[30:60])) > 0
