"""A guest scans the QR on Stripe's page and closes the browser; the money comes afterwards, and the order is paid all the same."""

import json
import re
import urllib.request
from urllib.parse import urlsplit

import pytest

from .buying import order
from .figures import Books
from .guest_purchase import Purchase
from .mailbox import wait_for_message

pytestmark = pytest.mark.browser


def promptpay_fee(amount):
    """1.65%, rounded up to whole satang: what the sandbox takes."""
    return -(-amount * 165 // 10_000)


def let_bank_pay(address):
    """The bank's word on the payment whose QR stands on this page of the sandbox."""
    sandbox, session = urlsplit(address), re.search(r"cs_test_\w+", address)[0]
    request = urllib.request.Request(
        f"http://{sandbox.netloc}/_control/promptpay/settle",
        data=json.dumps({"session": session, "outcome": "succeeded"}).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.load(answer)["payment_status"]


def test_promptpay_arrives_after_the_browser_was_closed(open_page, site):
    purchase, later = Purchase(open_page("/en/stories/")), open_page("/demo/mailbox/")
    page = purchase.page
    purchase.choose()
    order(page, gateway="stripe")
    page.locator("#show-qr").click()
    page.locator("button[name=outcome][value=paid]").wait_for()
    sandbox = page.url
    page.context.close()
    books = Books(site.folder)
    [(number, status)] = books.rows("SELECT number, status FROM order_order WHERE contact = ?", purchase.contact)
    assert status == "waiting"

    assert let_bank_pay(sandbox) == "paid"

    body = wait_for_message(later, purchase.contact, f"Paid: your order {number}")
    later.goto(re.search(r"http\S+/en/orders/\S+", body)[0])
    purchase.page = later
    purchase.assert_paid()
    purchase.assert_booked(books, gateway="stripe", cash="stripe", fee=promptpay_fee(purchase.total))
