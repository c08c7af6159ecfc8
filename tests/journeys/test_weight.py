"""What a reader on a slow net has to fetch, counted in the browser as it travels, with an empty cache."""

from collections import Counter

import pytest

from .browser import FIRST_VISIT, PHONE
from .buying import CRACKERS
from .key_pages import FUND, KEY_PAGES

pytestmark = pytest.mark.browser

KB = 1024
FIRST_VIEWS = ["/", "/shop/", f"/shop/p/{CRACKERS}/", f"/funds/{FUND}/"]
SHEET, SCRIPTS, FIRST_VIEW = 14 * KB, 20 * KB, 230 * KB
# A page of 24 goods. The goal is 25 KB: Thai letters are three bytes each, and the list of makers to choose from is long.
LIST_PAGE = {"th": 32 * KB, "en": 26 * KB}


def heard(page, event):
    """A list that grows by what the page tells from now on."""
    found = []
    page.on(event, lambda one: found.append(one))  # Playwright takes no builtin here
    return found


def travelled(requests):
    """Bytes by kind of file, heads included, compressed as they came."""
    bytes_by_kind = Counter()
    for request in requests:
        sizes = request.sizes()
        bytes_by_kind[request.resource_type] += sizes["responseBodySize"] + sizes["responseHeadersSize"]
    return bytes_by_kind


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("path", FIRST_VIEWS)
def test_a_first_view_is_light(chromium, site, path, language):
    context = chromium.new_context(viewport=PHONE, base_url=site.url, **FIRST_VISIT)
    page = context.new_page()
    requests = heard(page, "requestfinished")
    answer = page.goto(f"/{language}{path}", wait_until="networkidle")
    bytes_by_kind = travelled(requests)
    context.close()
    assert answer.status == 200
    assert {"document", "stylesheet", "script", "font", "image"} <= set(bytes_by_kind)
    assert sum(bytes_by_kind.values()) <= FIRST_VIEW, bytes_by_kind


@pytest.mark.parametrize("key_page", KEY_PAGES, ids=str)
def test_a_page_fetches_little_and_nothing_from_elsewhere(visitors, site, key_page):
    page = visitors.page(key_page.visitor)
    uncached = page.context.new_cdp_session(page)
    uncached.send("Network.enable")
    uncached.send("Network.setCacheDisabled", {"cacheDisabled": True})
    asked, came = heard(page, "request"), heard(page, "requestfinished")
    visitors.open(key_page, "th").wait_for_load_state("networkidle")
    uncached.detach()
    bytes_by_kind = travelled(came)
    assert 0 < bytes_by_kind["stylesheet"] <= SHEET
    assert 0 < bytes_by_kind["script"] <= SCRIPTS
    assert [one.url for one in asked if not one.url.startswith((f"{site.url}/", "data:", "blob:"))] == []


@pytest.mark.parametrize("language", LIST_PAGE)
def test_a_list_page_is_short_even_before_it_is_packed(chromium, site, language):
    context = chromium.new_context(base_url=site.url, **FIRST_VISIT)
    answer = context.request.get(f"/{language}/shop/")
    text = answer.text()
    context.close()
    assert text.count('class="card"') == 24
    assert len(text.encode()) <= LIST_PAGE[language]
