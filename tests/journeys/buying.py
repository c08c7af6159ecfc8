"""What a guest does before the pages of a purchase exist: fill a basket, say where to, order."""

import io
import re

from PIL import Image

CRACKERS, SOAP = "khaokerippla-kruepo", "sabukhaonamphueng"


def fill_basket(page, *, goods=(CRACKERS, SOAP)):
    """One of each, of two sellers."""
    for slug in goods:
        page.goto(f"/th/shop/p/{slug}/")
        page.locator("button[form=buy]:visible, form#buy button[type=submit]:visible").first.click()
        page.wait_for_url("**/th/shop/basket/")
    assert page.locator("main .row").count() == len(goods)


def say_where_to(page):
    """The first step of the checkout, filled in; ends on the second."""
    page.goto("/th/shop/checkout/")
    page.locator("input[name=contact]").fill("0812345678")
    page.locator("input[name=name]").fill("สุนีย์ ทดลองซื้อ")
    if page.locator("input[name=get][type=radio]").count():
        page.locator("input[name=get][value=send]").check()
    page.locator("input[name=line1]").fill("12 หมู่ 3 บ้านท่าน้ำ")
    page.locator("input[name=place]").fill("คลองแห")
    page.locator("#places input").first.check()
    page.locator("main form button.button-wide").first.click()
    page.wait_for_url("**/checkout/review/")


def order_by_promptpay(page):
    """Places the order; answers with the path of its payment, after `/th`."""
    page.locator("input[name=pay][value=promptpay]").check()
    page.locator("#id_terms").check()
    page.locator("#sums button.button-l").click()
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
