"""A guest buys of two makers on her phone, in English: by card, by own PromptPay, and by Stripe's after she left."""

import os
from pathlib import Path

import pytest
from django.conf import settings

from . import emma
from .books import Books
from .people import let_in_by_coordinator

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def books(site):
    folder = getattr(site, "folder", None) or Path(os.environ.get("CHANCHALA_VAR", settings.ROOT / "var"))
    return Books(folder)


def left(books):
    return [books.left(slug) for slug in (emma.HOLDER_SLUG, emma.SUGAR_SLUG)]


def fewer_by_one(pieces):
    return [number - 1 for number in pieces]


def test_by_card_in_the_sandbox(open_page, books, sign_in):
    before, contact = left(books), emma.new_contact()
    page = open_page(emma.STORY)
    emma.buy(page, contact, "Card, wallet or PromptPay")
    page.locator("#pay-card").click()
    number = emma.number_on(page)

    assert [text in page.locator("main").inner_text() for text in (emma.HOLDER, emma.SUGAR, "THB 400")] == [True] * 3
    assert left(books) == fewer_by_one(before)
    emma.demand_right_books(books, number, gateway="stripe", cash="cash", provider_fee=24_60)
    mails = emma.mails_to(open_page("/en/"), contact)
    assert (mails.count(f"Paid: your order {number}"), mails.count("THB 400")) == (1, 1)
    coordinator = sign_in("coordinator", "/desk/members/")
    for part, (maker, share) in enumerate([(emma.WEAVERS, "฿211"), (emma.CLIMBERS, "฿128.50")], 1):
        desk = let_in_by_coordinator(coordinator, open_page("/th/"), maker)
        desk.goto("/desk/orders/")
        mine = desk.locator("main a", has_text=f"{number}-{part}")
        assert share in mine.inner_text()
        assert desk.locator("main a", has_text=f"{number}-{3 - part}").count() == 0


def test_by_own_promptpay_and_a_slip_that_the_treasurer_confirms(open_page, books, sign_in, tmp_path):
    before, contact = left(books), emma.new_contact()
    page = open_page(emma.STORY)
    emma.buy(page, contact, "PromptPay QR")
    picture = page.locator("img.promptpay-qr")
    picture.evaluate("picture => picture.decode()")
    assert picture.evaluate("picture => picture.naturalWidth") == 720
    assert left(books) == fewer_by_one(before)
    emma.hand_in_slip(page, tmp_path / "slip.jpg")

    treasurer = sign_in("treasurer", "/desk/payments/slips/")
    treasurer.locator("ul.screens").first.locator("a", has_text="฿400").last.click()
    treasurer.get_by_role("button", name="เงินเข้าครบแล้ว").click()
    treasurer.get_by_text("ยืนยันแล้ว").first.wait_for()
    page.reload()
    page.get_by_role("link", name="Back to what you are paying for").click()
    number = emma.number_on(page)

    assert left(books) == fewer_by_one(before)
    emma.demand_right_books(books, number, gateway="promptpay", cash="cash")
    assert emma.mails_to(open_page("/en/"), contact).count(f"Paid: your order {number}") == 1


def test_by_stripes_promptpay_that_succeeds_after_the_browser_was_closed(open_page, books):
    contact = emma.new_contact()
    page = open_page(emma.STORY)
    emma.buy(page, contact, "Card, wallet or PromptPay")
    page.locator("#show-qr").click()
    sandbox, _, session = page.url.partition("/c/pay/")
    page.locator("button[name=outcome][value=later]").click()
    page.context.close()
    visitor = open_page("/en/")
    told = {"session": session.partition("/")[0], "outcome": "succeeded"}
    assert visitor.request.post(f"{sandbox}/_control/promptpay/settle", data=told).ok

    order = emma.link_in(emma.mails_to(visitor, contact))
    number = emma.number_on(open_page(order), "Your order")
    emma.demand_right_books(books, number, gateway="stripe", cash="cash", provider_fee=6_60)
