"""The Checkout page as a person meets it: phone and desk, Thai and English, light and dark."""

import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from tests.network.payments.sandbox.running import session_params, wait_until

pytestmark = pytest.mark.browser
CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync"
)


@pytest.fixture(scope="module")
def browser():
    if not CHROMIUM:
        pytest.skip("no Chromium here: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield browser
        browser.close()


@pytest.fixture
def visit(browser, request):
    """A page of the asked width and colours, without scripts of its own."""
    width, colours = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=colours)
    yield context.new_page()
    context.close()


PHONE, DESK, NIGHT = (360, "light"), (1280, "light"), (360, "dark")


def looks_right(page):
    """Nothing overflows, and axe finds nothing."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize(("visit", "language"), [(PHONE, "th"), (DESK, "en"), (NIGHT, "th")], indirect=["visit"])
def test_every_screen_is_accessible(client, sandbox, visit, language):
    session = client.v1.checkout.sessions.create(session_params(locale=language))
    visit.goto(session.url)
    looks_right(visit)
    visit.fill("#number", "4000 0000 0000 0002")
    visit.click("#pay-card")
    looks_right(visit)
    visit.fill("#number", "7")
    visit.click("#pay-card")
    looks_right(visit)
    visit.fill("#number", "4000 0025 0000 3155")
    visit.click("#pay-card")
    looks_right(visit)
    visit.goto(session.url)
    visit.click("#show-qr")
    looks_right(visit)
    visit.click("button[value=later]")
    looks_right(visit)
    sandbox.control("promptpay/settle", session=session.id)
    visit.reload()
    looks_right(visit)


@pytest.mark.parametrize("visit", [PHONE], indirect=True)
def test_a_guest_pays_by_card_and_comes_back_to_the_shop(client, visit, receiver):
    shop = receiver.url.replace("/payments/stripe/webhook/", "/thanks/{CHECKOUT_SESSION_ID}")
    session = client.v1.checkout.sessions.create(session_params(success_url=shop))
    visit.goto(session.url)

    visit.click("#pay-card")

    assert visit.url == shop.replace("{CHECKOUT_SESSION_ID}", session.id)
    assert client.v1.checkout.sessions.retrieve(session.id).payment_status == "paid"


@pytest.mark.parametrize("visit", [PHONE], indirect=True)
def test_by_keyboard_alone_a_declined_card_is_changed_and_pays(client, visit):
    session = client.v1.checkout.sessions.create(session_params(success_url="http://127.0.0.1:9/thanks"))
    visit.goto(session.url)
    visit.focus("#number")
    visit.keyboard.press("Control+a")
    visit.keyboard.type("4000000000000002")
    visit.keyboard.press("Enter")
    visit.wait_for_selector("[role=alert]")
    assert client.v1.checkout.sessions.retrieve(session.id).status == "open"

    visit.focus("#number")
    visit.keyboard.press("Control+a")
    visit.keyboard.type("5555555555554444")
    visit.keyboard.press("Enter")

    wait_until(lambda: client.v1.checkout.sessions.retrieve(session.id).payment_status == "paid")
