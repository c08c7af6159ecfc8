"""A guest buys of two makers and pays by the network's own PromptPay: picture, slip, a treasurer's word, paid."""

import pytest

from .buying import hand_in_slip, order
from .figures import Books, satang
from .guest_purchase import Purchase
from .mailbox import wait_for_message

pytestmark = pytest.mark.browser


def picture_width(page, selector):
    """In its own pixels, once it is there."""
    picture = page.locator(selector)
    picture.evaluate("picture => picture.decode()")
    return picture.evaluate("picture => picture.naturalWidth")


def confirm_slip(treasurer, number):
    """She opens this order's slip, looks at it, and says that the money is there; answers with what she was to look for."""
    treasurer.locator("ul.screens").first.locator("a", has_text=number).click()
    assert picture_width(treasurer, "img.slip-picture") == 600
    expected = satang(treasurer.locator(".deflist dd").first.inner_text())
    treasurer.get_by_role("button", name="เงินเข้าครบแล้ว").click()
    treasurer.get_by_text("ยืนยันแล้ว").first.wait_for()
    return expected


def test_a_guest_buys_by_own_promptpay(open_page, site, sign_in):
    purchase, mailbox = Purchase(open_page("/en/stories/")), open_page("/demo/mailbox/")
    page = purchase.page
    purchase.choose()
    order(page, gateway="promptpay")
    page.wait_for_url("**/en/pay/**")
    assert picture_width(page, "img.promptpay-qr") == 720
    assert satang(page.locator(".promptpay-amount").inner_text()) == purchase.total
    hand_in_slip(page)
    page.get_by_text("Your slip is being checked").wait_for()
    page.get_by_role("link", name="Back to what you are paying for").click()
    page.get_by_role("heading", name="Your slip is being checked").wait_for()
    number = page.locator(".eyebrow").first.inner_text().split()[1]

    assert confirm_slip(sign_in("treasurer2", "/desk/payments/slips/"), number) == purchase.total

    page.reload()
    purchase.assert_paid()
    assert purchase.number == number
    purchase.assert_booked(Books(site.folder), gateway="promptpay", cash="bank", fee=0)
    wait_for_message(mailbox, purchase.contact, f"Your order {number}")
    wait_for_message(mailbox, purchase.contact, f"Paid: your order {number}")
