"""A guest comes from two stories to goods of two makers and pays by card: stock, desks, books and mails are right to the satang."""

import math

import pytest

from .buying import order, pay_by_card
from .figures import Books, satang
from .guest_purchase import Purchase
from .mailbox import messages_to, wait_for_message
from .seller_desk import Desk

pytestmark = pytest.mark.browser

ON_THE_SHELF = 40


def card_fee(amount):
    """3.65% and ฿10, rounded up to whole satang: what the sandbox takes."""
    return math.ceil(amount * 365 / 10_000) + 10_00


def fund_balance(page, fund):
    page.goto(f"/en/funds/{fund}/ledger/")
    return satang(page.locator("table tbody tr").first.locator("td").last.inner_text())


@pytest.fixture
def desks(sign_in, open_page):
    """The two makers at their desks, each of them with her shelf counted."""
    coordinator = sign_in("coordinator", "/desk/members/")
    makers = ("koyo-pikul-weavers", "node-wan-sathing-phra")
    return {maker: Desk.opened_by(coordinator, open_page("/th/"), maker) for maker in makers}


def test_a_guest_buys_of_two_makers_by_card(open_page, site, desks):
    purchase, public = Purchase(open_page("/en/stories/")), open_page("/en/funds/")
    for part in purchase.parts:
        desks[part.maker].count(part.goods_th, ON_THE_SHELF)
    owed = {maker: desk.owed() for maker, desk in desks.items()}
    given = {part.fund: fund_balance(public, part.fund) for part in purchase.parts}

    purchase.choose()
    order(purchase.page, gateway="stripe")
    pay_by_card(purchase.page)
    purchase.assert_paid()

    purchase.assert_booked(Books(site.folder), gateway="stripe", cash="stripe", fee=card_fee(purchase.total))
    for position, part in enumerate(purchase.parts, start=1):
        desk = desks[part.maker]
        assert desk.left(part.goods_th) == ON_THE_SHELF - part.pieces
        assert desk.owed() == owed[part.maker] + part.yours
        assert_desk_knows(desk, part, f"{purchase.number}-{position}")
        assert fund_balance(public, part.fund) == given[part.fund] + part.shares["fund"]
        assert_maker_was_told(public, part.maker, f"{purchase.number}-{position}")
    assert_buyer_was_told(public, purchase)


def assert_desk_knows(desk, part, number):
    """The order waits to be accepted; what it brings is said line by line."""
    assert desk.newest_income() == (number, part.yours)
    desk.open_order(number)
    assert desk.page.get_by_role("button", name="รับออเดอร์นี้").is_visible()
    assert f"× {part.pieces}" in desk.page.locator(".parcel-lines").inner_text()
    shares = part.shares
    taken_off = [-shares["network"], -shares["fund"]]
    assert desk.money_of_order() == [sum(shares.values()), part.delivery, *taken_off, part.yours]


def assert_maker_was_told(page, maker, number):
    """By LINE and in Thai, with the way to her desk: she has no e-mail."""
    body = wait_for_message(page, f"U-demo-{maker}", f"ออเดอร์ใหม่ {number}")
    assert number in body
    assert body.endswith("/desk/")


def assert_buyer_was_told(page, purchase):
    """One mail, in English: what was paid, and for what."""
    subject = f"Paid: your order {purchase.number}"
    body = wait_for_message(page, purchase.contact, subject)
    assert messages_to(page, purchase.contact) == [(subject, body)]
    assert satang(body.partition("your payment of ")[2].partition(" has arrived")[0]) == purchase.total
    for part in purchase.parts:
        [line] = [line for line in body.splitlines() if line.startswith(f"{part.pieces} × {part.goods}: ")]
        assert satang(line) == sum(part.shares.values())
    assert purchase.page.url.partition("?")[0] in body
