"""The site as an app on the phone."""

import json
import re

import pytest
from django.contrib.staticfiles import finders

from network.shell import installed


def test_the_manifest_names_the_site_and_its_pictures(client):
    answer = client.get("/manifest.webmanifest")
    told = json.loads(answer.content)

    assert answer["Content-Type"] == "application/manifest+json"
    assert told["display"] == "standalone"
    assert told["start_url"] == told["scope"] == "/"
    assert {icon["sizes"] for icon in told["icons"]} == {"192x192", "512x512"}
    assert {icon["purpose"] for icon in told["icons"]} == {"any", "maskable"}


def test_the_worker_is_asked_for_anew_and_knows_its_pages(client):
    answer = client.get("/sw.js")
    text = answer.content.decode()

    assert "no-cache" in answer["Cache-Control"]
    assert answer["Content-Type"].startswith("text/javascript")
    assert '"th": "/th/offline/"' in text
    assert "&quot;" not in text


def test_it_keeps_orders_and_nothing_that_others_must_not_read(client):
    text = client.get("/sw.js").content.decode()
    pattern = re.search(r"const ORDER = /(.+)/;", text)[1].replace(r"\/", "/")
    kept = re.compile(pattern)

    assert kept.search("/th/orders/bcdfghjkmnpqrstvwxz2345678/")
    for path in [
        "/th/orders/",
        "/desk/orders/k3f9bcdfgh/",
        "/th/shop/basket/",
        "/th/me/orders/",
        "/th/pay/x/",
        "/cms/",
    ]:
        assert not kept.search(path)


def test_switched_off_it_removes_itself(client, settings):
    settings.SERVICE_WORKER = False
    assert "unregister()" in client.get("/sw.js").content.decode()


@pytest.mark.parametrize(("language", "words"), [("th", "ตอนนี้ไม่มีสัญญาณ"), ("en", "No net just now")])
def test_the_page_without_a_net_speaks_the_reader_s_language(client, language, words):
    assert words in client.get(f"/{language}/offline/").content.decode()


def test_what_the_page_without_a_net_needs_is_there(client):

    assert all(finders.find(path) for path in installed.NEEDED)
