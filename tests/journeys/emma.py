"""Emma, on her phone and in English: a story leads her to a listing, the search to another maker's; she orders both."""

import re
from itertools import count
from os import getpid

from PIL import Image

STORY = "/en/stories/ten-new-hands-at-the-loom/"
HOLDER, HOLDER_SLUG = "Koh Yo cloth card holder", "krapaosaibatnphakoyo"
SUGAR, SUGAR_SLUG = "Palmyra sugar powder", "namtantontaphong"
WEAVERS, CLIMBERS = "koyo-pikul-weavers", "node-wan-sathing-phra"

# In satang; the shares are those that the two listings state.
PRICES, PARCEL, TOTAL = (220_00, 110_00), 35_00, 400_00
FEES, FUNDS, SELLERS = (22_00, 11_00), (22_00, 5_50), (211_00, 128_50)

numbers = count(1)


def new_contact():
    """An address that no journey has used before, though the demo may run on."""
    return f"emma.{getpid()}.{next(numbers)}@example.com"


def fill_basket(page):
    page.get_by_role("link", name=HOLDER).first.click()
    page.get_by_role("heading", name=HOLDER, level=1).wait_for()
    page.get_by_role("button", name="Add to the basket").click()
    page.wait_for_url("**/en/shop/basket/")
    page.goto("/en/search/?q=palmyra sugar")
    page.get_by_role("link", name=SUGAR).first.click()
    page.get_by_role("heading", name=SUGAR, level=1).wait_for()
    page.get_by_role("button", name="Add to the basket").click()
    page.wait_for_url("**/en/shop/basket/")
    assert page.locator("main .row").count() == 2


def say_where_to(page, contact):
    """The sub-district is picked from what answers to its name."""
    page.get_by_role("link", name="Check out").last.click()
    page.get_by_label("E-mail or phone").fill(contact)
    page.get_by_label("Name").fill("Emma Larsen")
    page.get_by_label("House number, village, street").fill("12 Nakhon Nok Road")
    page.get_by_label("Sub-district or postcode").press_sequentially("Bo Yang")
    page.get_by_role("radio", name="Bo Yang").first.check()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("heading", name="Delivery and payment").wait_for()


def order(page, way):
    """Agrees to the total that she knew before, and goes to pay it this way."""
    page.get_by_role("radio", name=way).check()
    page.get_by_label("I agree to the terms of sale").check()
    page.get_by_role("button", name="Order and pay THB 400").click()


def buy(page, contact, way):
    fill_basket(page)
    say_where_to(page, contact)
    order(page, way)


def number_on(page, heading="Thank you"):
    """The number of the order, from its page: it thanks on the way back from paying."""
    page.get_by_role("heading", name=heading, level=1).wait_for()
    return re.search(r"Order (\d+)", page.locator("main").inner_text())[1]


def mails_to(page, contact):
    """What the demo's mailbox holds for her, once her order's confirmation is there."""
    page.goto(f"/demo/mailbox/?to={contact}")
    for _ in range(30):
        if (words := page.locator("main").inner_text()).count("Paid: your order"):
            return words
        page.wait_for_timeout(500)
        page.reload()
    raise AssertionError(f"No mail to {contact}: {words}")


def demand_right_books(books, number, *, gateway, cash, provider_fee=0):
    """Her money, to the satang: what came in, and what became of it."""
    attempt, status, amount, paid_by = books.attempt(number)
    assert (status, amount, paid_by) == ("settled", TOTAL, gateway)
    came_in = [(cash, "received", TOTAL)] + ([("fees", cash, provider_fee)] if provider_fee else [])
    assert books.came_in(attempt) == came_in
    became = [("fee", share) for share in FEES] + [("fund", share) for share in FUNDS]
    became += [("payable", share) for share in SELLERS]
    assert sorted(books.moved_on(attempt)) == sorted(became)
    assert sum(amount for _kind, amount in became) == TOTAL
    assert books.consignments(number) == [("new", price, PARCEL) for price in PRICES]


def hand_in_slip(page, path):
    """A picture that stands for the bank's slip."""
    Image.new("RGB", (600, 1200), "#fffbe8").save(path)
    page.set_input_files("input[type=file]", path)
    page.locator("#slip button[type=submit]").click()
    page.get_by_text("Your slip is being checked").wait_for()


def link_in(mails):
    """The path of her order, from the mail."""
    return re.search(r"http://[^/]+(/en/orders/\w+/)", mails)[1]
