"""A donor pledges 500 baht anonymously; the open books show it without a name within a minute; the receipt reads right."""

import io
import unicodedata

import pypdfium2
import pytest
from PIL import Image

from network.paper import can_print

pytestmark = pytest.mark.browser
NAME = "ผู้บริจาคลับ ทดสอบ"


def slip(tmp_path):
    path = tmp_path / "slip.jpg"
    Image.new("RGB", (600, 1200), "#fffbe8").save(path)
    return path


def pledge(page, amount):
    page.get_by_label("จำนวนเงิน (บาท)").fill(amount)
    page.get_by_label("ไม่ประสงค์ออกนาม").check()
    page.get_by_label("อีเมลหรือโทรศัพท์").fill("donor@example.com")
    page.get_by_text("ใช้ชื่ออื่นในใบเสร็จ").click()
    page.get_by_label("ชื่อในใบเสร็จ").fill(NAME)
    page.get_by_label("พร้อมเพย์ คิวอาร์").check()
    page.get_by_label("ฉันยอมรับข้อกำหนด").check()
    page.get_by_role("button", name="ไปชำระเงิน").click()


def width_of(page, selector):
    """The picture's own width in pixels, once it is there."""
    picture = page.locator(selector)
    picture.evaluate("picture => picture.decode()")
    return picture.evaluate("picture => picture.naturalWidth")


def test_anonymous_pledge_by_own_promptpay(open_page, site, tmp_path, sign_in):
    page = open_page("/th/funds/water-coast-fund/")
    page.get_by_role("link", name="สมทบกองทุนนี้").click()
    pledge(page, "๕๐๐")
    assert width_of(page, "img.promptpay-qr") == 720
    page.set_input_files("input[type=file]", slip(tmp_path))
    page.get_by_role("button", name="ส่งสลิป").click()
    page.get_by_text("กำลังตรวจสลิปของคุณ").wait_for()
    payment = page.url

    treasurer = sign_in("treasurer", "/desk/payments/slips/")
    treasurer.locator("ul.screens").first.locator("a", has_text="฿500").last.click()
    assert width_of(treasurer, "img.slip-picture") == 600
    treasurer.get_by_role("button", name="เงินเข้าครบแล้ว").click()
    treasurer.get_by_text("ยืนยันแล้ว").first.wait_for()

    books = open_page("/th/funds/water-coast-fund/ledger/")
    newest = books.locator("table tbody tr").first
    assert "+฿500" in newest.inner_text()
    assert "ไม่ประสงค์ออกนาม" in newest.inner_text()
    assert NAME not in books.content()

    page.goto(payment)
    page.get_by_role("link", name="กลับไปดูรายการที่ชำระ").click()
    page.get_by_role("heading", name="ขอบคุณ").wait_for()
    receipt_reads_right(page)


def receipt_reads_right(page):
    """Its PDF, as a machine reads it: the name, the amount in words in both languages."""
    link = page.get_by_role("link", name="ใบเสร็จ (PDF)")
    for _ in range(20):
        if link.count():
            break
        page.wait_for_timeout(1000)
        page.reload()
    answer = page.request.get(link.get_attribute("href"))
    if not can_print():
        assert "Pango" in answer.text()
        return
    text = pypdfium2.PdfDocument(io.BytesIO(answer.body()))[0].get_textpage().get_text_range()
    text = unicodedata.normalize("NFKC", text)
    for words in (NAME, "ห้าร้อยบาทถ้วน", "Five hundred baht only"):
        assert unicodedata.normalize("NFKC", words) in text
