"""A guest's purchase in English: from two stories to goods of two makers, and what the pages say it will come to."""

import re
from dataclasses import dataclass, field
from uuid import uuid4

from .buying import put_in_basket, say_where_to
from .figures import satang, shares_of_one, sums_in


@dataclass
class Part:
    """What is bought of one maker; `shares` in satang of all pieces: the maker's, the fund's, the network's."""

    maker: str
    story: str
    goods: str
    goods_th: str
    fund: str
    pieces: int
    shares: dict = field(default_factory=dict)
    name: str = ""
    delivery: int = 0

    @property
    def total(self):
        return sum(self.shares.values()) + self.delivery

    @property
    def yours(self):
        """The maker's own: her share and the delivery."""
        return self.shares["maker"] + self.delivery


def two_parts():
    weavers = ("koyo-pikul-weavers", "ten-new-hands-at-the-loom", "Koh Yo cloth card holder", "กระเป๋าใส่บัตรผ้าเกาะยอ")
    palm = ("node-wan-sathing-phra", "palm-paddy-lake", "Palmyra sugar discs", "น้ำตาลแว่นโตนด")
    return [Part(*weavers, "creative-identity-fund", 1), Part(*palm, "healthy-food-fund", 2)]


class Purchase:
    """One guest's order, and her page in the browser."""

    def __init__(self, page):
        self.page = page
        self.contact = f"emma.{uuid4().hex[:10]}@example.com"
        self.parts = two_parts()

    def choose(self):
        """From the stories to the last page before the order; reads every sum there is."""
        for part in self.parts:
            self.page.goto(f"/en/stories/{part.story}/")
            self.page.get_by_role("link", name=part.goods).first.click()
            self.page.wait_for_url("**/en/shop/p/**")
            self.read_shares(part)
            put_in_basket(self.page, pieces=part.pieces)
        say_where_to(self.page, contact=self.contact)
        self.read_deliveries()

    def read_shares(self, part):
        shown = list(shares_of_one(self.page).values())
        maker, fund, network = (share * part.pieces for share in shown)
        part.shares = {"maker": maker, "fund": fund, "network": network}
        part.name = self.page.locator(".listing-head .eyebrow a").inner_text()

    def read_deliveries(self):
        """Delivery to each maker's buyer, and that everything on the page adds up."""
        sums = sums_in(self.page.locator("#sums"))
        for part in self.parts:
            part.delivery = sums[f"Delivery: {part.name}"]
        assert sums["Goods"] == sum(sum(part.shares.values()) for part in self.parts)
        assert sums["Total"] == self.total

    @property
    def total(self):
        return sum(part.total for part in self.parts)

    def assert_paid(self):
        """The page of the order: paid, a part per maker, each line and sum as chosen."""
        page = self.page
        page.get_by_role("heading", name=re.compile("Your order is with the makers|Your order$")).wait_for()
        self.number = re.search(r"Order (\d+)", page.locator(".eyebrow").first.inner_text())[1]
        for position, part in enumerate(self.parts, start=1):
            shown = page.locator("section.part").nth(position - 1)
            assert f"{self.number}-{position}" in shown.locator("h2").inner_text()
            assert part.name in shown.locator("h2").inner_text()
            goods, delivery = shown.locator(".part-lines li").all()
            assert f"{part.pieces} × {part.goods}" in goods.inner_text()
            assert satang(goods.locator(".number").inner_text()) == sum(part.shares.values())
            assert satang(delivery.locator(".number").inner_text()) == part.delivery
        sums = sums_in(page.locator("section", has=page.locator("#sums")))
        deliveries = sum(part.delivery for part in self.parts)
        assert sums == {"Goods": self.total - deliveries, "Delivery": deliveries, "Total": self.total}

    def assert_booked(self, books, *, gateway, cash, fee):
        """Every account that the payment and the two sales touched, to the satang."""
        token = re.search(r"/orders/([0-9a-z]+)/", self.page.url)[1]
        order = books.value("SELECT public_id FROM order_order WHERE token = ?", token)
        attempt, *facts = books.attempt_of(order)
        assert facts == ["settled", gateway, self.total, fee]
        received, cash = f"received:{attempt}", books.cash(cash)
        paid = {(cash, received): self.total} | ({("fees:unassigned", cash): fee} if fee else {})
        assert books.entry(f"attempt:{attempt}:paid") == paid
        borne = {("expense:provider_fees", "fees:unassigned"): fee} if fee else {}
        assert books.entry(f"attempt:{attempt}:fee:order:{order}") == borne
        consignments = books.consignments_of(order)
        assert set(consignments) == {part.maker for part in self.parts}
        for part in self.parts:
            consignment, state, seller = consignments[part.maker]
            assert state == "new"
            assert books.entry(f"consignment:{consignment}:sale") == {
                (received, f"payable:{seller}"): part.yours,
                (received, "fee:network"): part.shares["network"],
                (received, books.fund(part.fund)): part.shares["fund"],
            }
