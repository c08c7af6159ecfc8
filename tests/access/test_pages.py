"""Every page there is, drawn for somebody whom it lets in: what its headers say, what stands in it, what it costs."""

from dataclasses import dataclass

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.db import connection
from django.http import HttpResponse, StreamingHttpResponse
from django.test.utils import CaptureQueriesContext

from tests.access.doors import DOORS, OPEN, ROLES
from tests.access.matrix import STAFF, family_of, rows
from tests.access.test_matrix import OF_STAFF, path_to

pytestmark = [pytest.mark.one_database, pytest.mark.slow]

MOST_QUERIES = 50
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# An address that is a key is told to no other site at all.
REFERRERS = {"strict-origin-when-cross-origin", "same-origin"}


@dataclass(frozen=True)
class Page:
    """One page as it came, and how often the database was asked for it."""

    name: str
    path: str
    answer: HttpResponse
    queries: int = 0

    @property
    def is_html(self):
        return self.answer.headers.get("Content-Type", "").startswith("text/html")

    def rule(self, directive):
        """What its content policy says of this."""
        rules = dict(rule.split(" ", 1) for rule in self.answer.headers["Content-Security-Policy"].split("; "))
        return rules[directive].split()


@pytest.fixture(scope="module")
def drawn(world, visitors):
    """Every page of ours, drawn once for the first whom it lets in."""
    pages = {}
    for row in rows():
        let_in = [role for role in ROLES if row.answer(role) == OPEN]
        if row.method == "GET" and let_in and row.name not in pages:
            path = path_to(world, row.name, row.whose)
            with CaptureQueriesContext(connection) as queries:
                answer = visitors[let_in[0]].ask("get", path)
            assert isinstance(answer, HttpResponse | StreamingHttpResponse), (row.name, answer)
            pages[row.name] = Page(row.name, path, answer, len(queries))
    assert len(pages) > 120
    return list(pages.values())


@pytest.fixture(scope="module")
def of_staff(visitors):
    """The first screen of each borrowed family that an administrator is let in to."""
    first = {}
    for address in OF_STAFF:
        family = family_of(address.name)
        if DOORS[STAFF[family]].answer("admin") == OPEN and not address.blanks:
            first.setdefault(family, address)
    paths = {address.name: address.path([]) for address in first.values()}
    return [Page(name, path, visitors["admin"].ask("get", path)) for name, path in paths.items()]


def html(pages):
    return [page for page in pages if page.is_html]


def test_none_of_them_breaks(drawn):
    assert [page.name for page in drawn if page.answer.status_code >= 500] == []


@pytest.mark.promise(54)
def test_every_page_says_how_it_may_be_used(drawn, of_staff):
    assert len(html(drawn)) > 90
    for page in html(drawn) + html(of_staff):
        said = {header: page.answer.headers.get(header) for header in HEADERS}
        assert said | {"X-Frame-Options": "DENY"} == HEADERS, page.name
        assert said["X-Frame-Options"] == "DENY" or is_wider(page), page.name
        assert page.answer.headers["Referrer-Policy"] in REFERRERS, page.name
        assert page.rule("frame-ancestors") == (["'self'"] if is_wider(page) else ["'none'"]), page.name


@pytest.mark.promise(55)
def test_no_page_of_ours_runs_or_wears_what_stands_in_it(drawn):
    for page in html(drawn):
        soup = BeautifulSoup(page.answer.content, "html.parser")
        inline = [tag for tag in soup.find_all(["script", "style"]) if is_run(tag) and not tag.get("src")]
        allowed = page.rule("script-src") + page.rule("style-src")
        assert {"'unsafe-inline'", "'unsafe-eval'", "*"}.isdisjoint(allowed), page.name
        assert [tag for tag in inline if f"'nonce-{tag.get('nonce')}'" not in allowed] == [], page.name
        assert [tag for tag in soup.find_all(True) if any(map(is_inline, tag.attrs))] == [], page.name
        assert soup.select("a[href^='javascript:' i]") == [], page.name


def is_run(tag):
    """Data in a script's clothes is read, not run."""
    return tag.name == "style" or tag.get("type") in (None, "module", "text/javascript", "importmap")


def is_inline(attribute):
    """A style or a handler written into the tag."""
    return attribute == "style" or attribute.startswith("on")


@pytest.mark.promise(55)
def test_only_borrowed_screens_have_the_wider_policy(of_staff):
    """What is in it, and why, is in docs/adr/0060."""
    written_in = {(*page.rule("script-src"), *page.rule("style-src")) for page in html(of_staff) if is_wider(page)}
    assert written_in == {("'self'", "'unsafe-inline'", "'self'", "'unsafe-inline'")}
    strict = [page for page in html(of_staff) if not is_wider(page)]
    assert [page.name for page in strict if "'unsafe-inline'" in page.rule("script-src")] == []
    assert 0 < len(strict) < len(html(of_staff))


def is_wider(page):
    return page.path.startswith(settings.WIDER_PATHS)


@pytest.mark.promise(60)
def test_no_page_asks_the_database_more_than_fifty_times(drawn):
    assert {page.name: page.queries for page in drawn if page.queries > MOST_QUERIES} == {}
