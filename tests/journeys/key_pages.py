"""The pages that a pair of eyes, a checker and a scale look at, and the people who may open them."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from . import buying
from .browser import FIRST_VISIT
from .people import let_in_by_coordinator, sign_in_staff

SELLER = "zero-baht-khlong-hae"
MEMBER = "node-wan-sathing-phra"
FUND = "water-coast-fund"
STORY = "ten-new-hands-at-the-loom"
SEARCHED = {"th": "ผ้า", "en": "honey"}


@dataclass(frozen=True)
class KeyPage:
    """One page: `path` may hold `{lang}`, `{payment}`, `{word}`; `ends` is where it leads, if elsewhere."""

    name: str
    path: str
    visitor: str = "guest"
    ends: str = ""

    def __str__(self):
        return self.name


KEY_PAGES = [
    KeyPage("home", "/{lang}/"),
    KeyPage("story", f"/{{lang}}/stories/{STORY}/"),
    KeyPage("shop", "/{lang}/shop/"),
    KeyPage("product", f"/{{lang}}/shop/p/{buying.CRACKERS}/"),
    KeyPage("basket", "/{lang}/shop/basket/"),
    KeyPage("checkout", "/{lang}/shop/checkout/"),
    KeyPage("checkout-review", "/{lang}/shop/checkout/review/"),
    KeyPage("payment", "/{lang}{payment}", "payer"),
    KeyPage("payment-checked", "/{lang}{checked}", "payer"),
    KeyPage("fund", f"/{{lang}}/funds/{FUND}/"),
    KeyPage("pledge", f"/{{lang}}/funds/{FUND}/pledge/"),
    KeyPage("ledger", f"/{{lang}}/funds/{FUND}/ledger/"),
    KeyPage("member", f"/{{lang}}/members/{MEMBER}/"),
    KeyPage("search", "/{lang}/search/?q={word}"),
    KeyPage("sign-in", "/{lang}/account/sign-in/"),
    KeyPage("sign-in-password", "/{lang}/account/sign-in/password/"),
    KeyPage("coming-back", "/{lang}/account/back/"),
    KeyPage("desk", "/desk/", "seller"),
    KeyPage("desk-goods", "/desk/goods/", "seller"),
    KeyPage("listing", "/desk/goods/new/", "seller", ends=r"/desk/goods/new/\w+/"),
    KeyPage("desk-orders", "/desk/orders/", "seller"),
    KeyPage("slips", "/desk/payments/slips/", "treasurer"),
    KeyPage("slip", "{slip}", "treasurer"),
]


class Visitors:
    """Each person's page, opened when first asked for: signing in and filling a basket happen once."""

    def __init__(self, browser, address, *, language="th", **window):
        self.browser, self.address, self.language = browser, address, language
        self.window = {"viewport": {"width": 360, "height": 800}, **window}
        self.pages, self.places = {}, {}

    def page(self, who):
        if who not in self.pages:
            page = self.fresh()
            getattr(self, f"become_{who}")(page)
            self.pages[who] = page
        return self.pages[who]

    def fresh(self):
        context = self.browser.new_context(base_url=self.address, **FIRST_VISIT, **self.window)
        context.set_default_timeout(20_000)
        return context.new_page()

    def become_guest(self, page):
        buying.fill_basket(page)
        buying.say_where_to(page, language=self.language)

    def become_payer(self, page):
        """Two orders: one still to be paid, one whose slip waits for the treasurer."""
        for name in ("checked", "payment"):
            buying.fill_basket(page)
            buying.say_where_to(page)
            self.places[name] = buying.order_by_promptpay(page)
            if name == "checked":
                buying.hand_in_slip(page)

    def become_treasurer(self, page):
        sign_in_staff(page, "treasurer2")
        self.page("payer")
        page.goto("/desk/payments/slips/")
        self.places["slip"] = page.locator("ul.screens a").first.get_attribute("href")

    def become_seller(self, page):
        coordinator = self.fresh()
        let_in_by_coordinator(sign_in_staff(coordinator, "coordinator"), page, SELLER)
        coordinator.context.close()

    def open(self, key_page, language):
        """Its page in that language, arrived where it should be and not at the sign-in."""
        page = self.page(key_page.visitor)
        path = key_page.path.format(lang=language, word=quote(SEARCHED[language]), **self.places)
        if path.startswith("/desk/"):
            page.context.add_cookies([{"name": "language", "value": language, "url": self.address}])
        answer = page.goto(path)
        assert answer.status == 200, f"{path}: {answer.status}"
        arrived = page.url.removeprefix(self.address)
        assert re.fullmatch(key_page.ends or re.escape(path), arrived), f"{path} led to {arrived}"
        assert page.locator("html").get_attribute("lang") == language
        assert page.locator("h1:visible").count() == 1, f"{path} has no heading of its own"
        return page

    def close(self):
        for page in self.pages.values():
            page.context.close()
