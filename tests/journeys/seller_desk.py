"""What a seller sees and does at her desk, in Thai."""

import re

from .figures import satang, signed_sums_in
from .people import let_in_by_coordinator


class Desk:
    """One seller's desk, on her own phone."""

    def __init__(self, page):
        self.page = page

    @classmethod
    def opened_by(cls, coordinator, phone, organisation):
        """By the coordinator's picture."""
        return cls(let_in_by_coordinator(coordinator, phone, organisation))

    def open_good(self, title):
        self.page.goto("/desk/goods/")
        self.page.locator("main ul.goods a", has_text=title).click()
        self.page.wait_for_url("**/desk/goods/*/")

    def count(self, title, pieces):
        """She counts what is on her shelf."""
        self.open_good(title)
        self.page.locator("input[name=left]").fill(str(pieces))
        self.page.get_by_role("button", name="บันทึก").click()
        self.page.wait_for_load_state()
        assert self.left(title) == pieces

    def left(self, title):
        self.page.goto("/desk/goods/")
        row = self.page.locator("main ul.goods a", has_text=title).inner_text()
        return int(re.search(r"เหลือ ([\d,]+)", row)[1].replace(",", ""))

    def owed(self):
        """Satang that the network owes her."""
        self.page.goto("/desk/money/")
        return satang(self.page.locator(".money-figure").inner_text())

    def newest_income(self):
        """(the consignment's number, satang) of the newest row of her statement."""
        self.page.goto("/desk/money/")
        row = self.page.locator("#rows li").first
        return row.locator("a").inner_text(), satang(row.locator(".number").last.inner_text())

    def open_order(self, number):
        """From the list of what is to be done."""
        self.page.goto("/desk/orders/")
        self.page.locator("main ul.goods a", has_text=number).click()
        self.page.get_by_role("heading", name=f"ออเดอร์ {number}").wait_for()

    def money_of_order(self):
        """[satang] on the open order: goods, delivery, to the network, to a fund, hers."""
        return list(signed_sums_in(self.page.locator("section", has_text="เงินที่ได้จากออเดอร์นี้").last).values())
