"""What a guest does before the pages of a purchase exist: fill a basket, say where to, order, pay."""

import io
import re

from PIL import Image
from playwright.sync_api import TimeoutError as PlaywrightTimeout

BUYERS = {
    "th": {"name": "สุนีย์ ทดลองซื้อ", "place": "คลองแห", "line1": "12 หมู่ 3 บ้านท่าน้ำ"},
    "en": {"name": "Sunee Tanawan", "place": "Khlong Hae", "line1": "12 Moo 3, Ban Tha Nam"},
}
CRACKERS, SOAP = "khaokerippla-kruepo", "sabukhaonamphueng"


def fill_basket(page, *, goods=(CRACKERS, SOAP)):
    """One of each, of two sellers."""
    for slug in goods:
        page.goto(f"/th/shop/p/{slug}/")
        put_in_basket(page)
    assert page.locator("main .row").count() == len(goods)


def put_in_basket(page, *, pieces=1):
    """What the page of a listing offers; ends in the basket."""
    if pieces > 1:
        page.locator("#buy input[name=quantity]").fill(str(pieces))
    page.locator("button[form=buy]:visible, form#buy button[type=submit]:visible").first.click()
    page.wait_for_url("**/shop/basket/")


def say_where_to(page, *, contact="0812345678", language="th"):
    """The first step of the checkout, in the page's language, filled in in the buyer's; ends on the second."""
    page.goto(page.url.partition("/shop/")[0] + "/shop/checkout/")
    page.locator("input[name=contact]").fill(contact)
    if page.locator("input[name=get][type=radio]").count():
        page.locator("input[name=get][value=send]").check()
    for name, words in BUYERS[language].items():
        page.locator(f"input[name={name}]").fill(words)
    choose_place(page)
    if "/review/" not in page.url:
        page.locator("form.checkout button[type=submit]").click()
    page.wait_for_url("**/checkout/review/")


def choose_place(page):
    """The first that is offered while typing; without scripts none is, and the form goes on by itself or comes back with some."""
    offered = page.locator("#places input").first
    try:
        offered.wait_for(timeout=4_000)
        offered.check()
    except PlaywrightTimeout:
        page.locator("form.checkout button[type=submit]").click()
        if offered.is_visible():
            offered.check()


def order(page, *, gateway):
    """Accept the terms and order; ends where one pays."""
    page.locator(f"input[name=pay][value={gateway}]").check()
    page.locator("#id_terms").check()
    page.locator("#sums button.button-l").click()


def order_by_promptpay(page):
    """Places the order; answers with the path of its payment, after `/th`."""
    order(page, gateway="promptpay")
    page.wait_for_url(re.compile(r"/th/pay/"))
    return page.url.partition("/th")[2]


def hand_in_slip(page):
    """A picture that stands for the bank's slip; ends on the page that says it is being checked."""
    picture = io.BytesIO()
    Image.new("RGB", (600, 1200), "#fffbe8").save(picture, "JPEG")
    page.set_input_files(
        "input[type=file]", {"name": "slip.jpg", "mimeType": "image/jpeg", "buffer": picture.getvalue()}
    )
    page.locator("#slip button[type=submit]").click()
    page.locator("#slip").wait_for(state="detached")


def pay_by_card(page):
    """On the sandbox's page, filled in already; ends on the page of the order."""
    page.locator("#pay-card").click()
    page.wait_for_url("**/orders/**")
