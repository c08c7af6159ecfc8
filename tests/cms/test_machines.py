"""What machines read: the sitemap, the feed, and what a page says of itself."""

import json
import re

import pytest

from network.cards.testing import assert_cards_true
from network.outbox.testing import drain
from network.people.terms import current_version

from .conftest import section, tell_story

pytestmark = pytest.mark.django_db


def test_a_story_is_listed_fed_and_mapped_once_published(client, home):
    page = tell_story()
    drain()
    assert assert_cards_true("story") == 4
    assert "เรื่องหนึ่ง" in client.get("/th/stories/").content.decode()
    assert "http://127.0.0.1:8000/th/stories/ruang/" in client.get("/feeds/stories.atom").content.decode()
    assert "<loc>http://127.0.0.1:8000/th/stories/ruang/</loc>" in client.get("/sitemap-cards.xml").content.decode()
    page.unpublish()
    drain()
    assert assert_cards_true("story") == 0
    assert "ruang" not in client.get("/sitemap-cards.xml").content.decode()


def test_sections_stand_in_the_sitemap(client, home):
    assert "sitemap-pages.xml" in client.get("/sitemap.xml").content.decode()
    assert "<loc>http://127.0.0.1:8000/en/members/</loc>" in client.get("/sitemap-pages.xml").content.decode()


def test_a_story_tells_machines_what_it_is(client, home):
    tell_story("เรื่อง </script><script>")
    text = client.get("/th/stories/ruang/").content.decode()
    [graph] = re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', text)
    nodes = {node["@type"]: node for node in json.loads(graph)["@graph"]}
    assert nodes["Article"]["headline"] == "เรื่อง </script><script>"
    assert [item["name"] for item in nodes["BreadcrumbList"]["itemListElement"]][1] == "เรื่องเล่า"


def test_terms_have_the_version_of_their_page(home):
    assert current_version("terms") == "2026-11-01"
    page = section("stories").get_parent().get_children().get(slug="terms").specific
    page.version = "2026-12-01"
    page.save()
    assert current_version("terms") == "2026-12-01"
    assert current_version("nothing") == "unwritten"
