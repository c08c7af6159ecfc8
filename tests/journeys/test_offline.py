"""Without a net: an order that was opened on this phone can still be read, everything else says what is the matter."""

import pytest

from . import buying

pytestmark = pytest.mark.browser


def test_an_order_is_kept_for_when_there_is_no_net(open_page):
    page = open_page("/th/", service_workers="allow")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    buying.fill_basket(page)
    buying.say_where_to(page)
    buying.order_by_promptpay(page)
    page.locator("main a[href*='/orders/']").first.click()
    page.wait_for_load_state("networkidle")
    order, title = page.url, page.locator("h1").inner_text()

    page.context.set_offline(True)
    page.reload()
    assert page.locator("h1").inner_text() == title
    page.goto("/en/shop/basket/")
    assert page.locator("h1").inner_text() == "No net just now"
    assert page.locator("html").get_attribute("lang") == "en"

    page.context.set_offline(False)
    page.goto(order)
    assert page.locator("h1").inner_text() == title
