"""A seller without e-mail: let in by a coordinator's picture, she lists goods in Thai, staff approve, they are found and ordered, and she sends them."""

import io
import re
from uuid import uuid4

import pytest
from django.conf import settings
from PIL import Image

from .browser import scripts_run
from .buying import order, pay_by_card, put_in_basket, say_where_to
from .mailbox import let_the_evening_come, wait_for_words
from .seller_desk import Desk

pytestmark = pytest.mark.browser

SELLER = "thepha-nipa-weavers"
CLAIM = "ย้อมสีจากเปลือกไม้ ไม่ใช้สีเคมี"


def photo():
    """As large as a phone takes them, so that the browser has something to shrink."""
    picture = io.BytesIO()
    drawn = Image.open(settings.ROOT / "demo" / "pictures" / "products" / "nipa-basket.webp")
    drawn.convert("RGB").resize((2400, 3000)).save(picture, "JPEG")
    return {"name": "IMG_2569.jpg", "mimeType": "image/jpeg", "buffer": picture.getvalue()}


def list_goods(desk, title):
    """A photo and four fields, in Thai digits; what is special about it makes staff read it first."""
    page = desk.page
    page.goto("/desk/goods/")
    page.get_by_role("link", name="เพิ่มสินค้า").click()
    page.set_input_files("input[name=gallery]", photo())
    if scripts_run():
        page.locator("#new-photo").wait_for()
    for label, value in {
        "ชื่อสินค้า": title,
        "ราคา (บาท)": "๑๒๙.๕๐",
        "มีของกี่ชิ้น": "๑๒",
        "น้ำหนักต่อชิ้น": "๓๕๐",
    }.items():
        page.get_by_label(label).fill(value)
    page.get_by_text("เล่าเพิ่ม").click()
    page.locator("[name=claims]").fill(CLAIM)
    page.get_by_role("button", name="ดูตัวอย่างก่อน").click()
    page.wait_for_url("**/preview/")
    assert "฿129.50" in page.locator("main").inner_text()
    page.get_by_role("button", name="ส่งตรวจเพื่อวางขาย").click()
    page.get_by_role("heading", name=title).wait_for()
    page.get_by_text("รอตรวจ").first.wait_for()


def approve(reviewer, title):
    reviewer.locator("ul.goods a", has_text=title).click()
    reviewer.get_by_role("heading", name=title).first.wait_for()
    assert CLAIM in reviewer.locator("main").inner_text()
    reviewer.locator("button[name=verdict][value=approve]").click()
    reviewer.wait_for_url("**/desk/review/")
    assert reviewer.locator("ul.goods a", has_text=title).count() == 0


def find(page, address, title):
    """The listing on a page of cards; cards follow their source within a minute."""
    found = page.locator("main").get_by_role("link", name=title)
    for _second in range(60):
        page.goto(address)
        if found.count():
            return found.first
        page.wait_for_timeout(1000)
    raise AssertionError(f"{title} is not on {address}")


def buy(page, contact):
    """From the page of the listing to the page of the paid order; answers with the consignment's number."""
    put_in_basket(page)
    say_where_to(page, contact=contact)
    order(page, gateway="stripe")
    pay_by_card(page)
    page.get_by_role("heading", name="ขอบคุณ").wait_for()
    return re.search(r"\d+-1", page.locator("section.part h2").first.inner_text())[0]


def send(desk, number, tracking):
    """One button per state, then carrier and number."""
    page = desk.page
    desk.open_order(number)
    for button, state in {"รับออเดอร์นี้": "รอแพ็ก", "แพ็กเสร็จแล้ว": "แพ็กแล้ว"}.items():
        page.get_by_role("button", name=button).click()
        page.locator("h2.desk-state", has_text=state).wait_for()
    page.locator("select[name=carrier]").select_option(label="ไปรษณีย์ไทย")
    page.locator("input[name=tracking_number]").fill(tracking)
    page.get_by_role("button", name="ส่งของแล้ว").click()
    page.locator("h2.desk-state", has_text="กำลังส่ง").wait_for()


def let_rest(desk, title):
    """Out of the shop again, so that a demo that runs on stays tidy."""
    desk.open_good(title)
    desk.page.get_by_role("button", name="พักขายสักระยะ").click()
    desk.page.get_by_role("button", name="เปิดขายอีกครั้ง").wait_for()


def test_a_seller_without_email_lists_and_sends(open_page, sign_in):
    title, contact = f"ฝาชีจากสาน {uuid4().hex[:6]}", f"suni.{uuid4().hex[:10]}@example.com"
    desk = Desk.opened_by(sign_in("coordinator", "/desk/members/"), open_page("/th/"), SELLER)
    list_goods(desk, title)
    approve(sign_in("reviewer", "/desk/review/"), title)
    guest = open_page("/th/")
    let_the_evening_come(guest)
    wait_for_words(guest, f"U-demo-{SELLER}", title)

    find(guest, "/th/shop/?sort=newest", title)
    find(guest, f"/th/search/?q={title.split()[0]}", title).click()
    guest.get_by_role("heading", name=title).wait_for()
    assert CLAIM in guest.locator("main").inner_text()
    number = buy(guest, contact)
    assert desk.left(title) == 11

    send(desk, number, "EB 123 456 785 TH")

    guest.reload()
    part = guest.locator("section.part")
    assert "EB123456785TH" in part.inner_text()
    assert "EB123456785TH" in part.get_by_role("link", name="ติดตามพัสดุ").get_attribute("href")
    # The mail follows when the step can no longer be taken back: two minutes that no journey waits for.
    assert desk.page.get_by_role("button", name="กดผิด ย้อนกลับหนึ่งขั้น").is_visible()

    let_rest(desk, title)
