"""The demo as a person meets it: its own server, its own sandbox, a real browser."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import sync_playwright

from .browser import (
    FIRST_VISIT,
    FLAGS,
    HOW_TO_GET_CHROMIUM,
    PHONE,
    ROOT,
    TOO_NEW,
    Site,
    Watched,
    find_chromium,
    is_old,
    kind,
)
from .key_pages import Visitors
from .people import sign_in_staff


def chromium_path():
    """Where Chromium is, or a skip that says how to get it."""
    return find_chromium() or pytest.skip(f"Nobody drove the browser journeys. {HOW_TO_GET_CHROMIUM}")


@pytest.fixture(scope="session")
def site(request, tmp_path_factory):
    """The demo, started afresh on migrated tables; or one that runs already, where JOURNEY_SITE names its address and JOURNEY_VAR its folder.

    `seeded` is a copy of its database from before anybody came, or None.
    """
    if address := os.environ.get("JOURNEY_SITE"):
        folder = Path(os.environ.get("JOURNEY_VAR", ROOT / "var"))
        yield SimpleNamespace(url=address, folder=folder, seeded=None)
        return
    folder = tmp_path_factory.mktemp("demo")
    maker, template = request.getfixturevalue("migrated")
    maker.copy_file(template, folder / "chanchala.sqlite3")
    running = Site(folder)
    running.seeded = folder / "seeded.sqlite3"
    maker.copy_file(folder / "chanchala.sqlite3", running.seeded)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def chromium():
    """Closed with its module: Playwright's loop in this thread would keep other tests from their database.

    What the content policy refuses, on whosever page, fails the module.
    """
    refused = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield Watched(browser, refused)
        browser.close()
    assert refused == []


@pytest.fixture(scope="module")
def visitors(chromium, site):
    """The people who may open the key pages, each signed in or with a basket once for all tests of a module."""
    people = Visitors(chromium, site.url)
    yield people
    people.close()


@pytest.fixture
def open_page(chromium, site):
    """`open_page("/en/shop/", width=…)`: a fresh visitor's page; script errors fail the test."""
    contexts, errors = [], []

    def open_fresh(path, *, size=PHONE, **options):
        given = {"viewport": size, "base_url": site.url} | FIRST_VISIT | kind() | options
        context = chromium.new_context(**given)
        context.set_default_timeout(20_000)
        contexts.append(context)
        if is_old():
            context.add_init_script(TOO_NEW)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(path)
        return page

    yield open_fresh
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture
def sign_in(open_page):
    """`sign_in("treasurer", "/desk/")`: a member of staff, with password and the code of her app."""

    def staff(name, path):
        page = sign_in_staff(open_page("/th/account/sign-in/password/"), name)
        page.goto(path)
        return page

    return staff
