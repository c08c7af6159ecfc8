"""A shop that is closed for a while: read, not bought, and open again by itself."""

from datetime import date, timedelta
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import translation

from marketplace.basket.actions import put_in, set_quantity
from marketplace.basket.exceptions import ShopClosed
from marketplace.checkout.actions import placing
from marketplace.checkout.exceptions import QuoteChanged
from marketplace.order.models import Order
from marketplace.partner.actions import close_shop, reopen_shop
from marketplace.partner.models import Holiday
from network import clock
from network.capacity.models import Hold
from network.cards.models import Card
from network.outbox.testing import drain
from network.words.dates import in_bangkok, thai_date
from tests.marketplace.buying import a_buyer, agreement, create_holder, fill
from tests.marketplace.factories import create_live_listing, create_person, create_seller
from tests.races import race

WEEK = timedelta(days=7)


def in_a_week():
    return in_bangkok(clock.now()).date() + WEEK


def close(seller, **given):
    return close_shop(seller, **{"until": in_a_week(), "by": seller.person, **given})


@pytest.fixture
def seller(db):
    return create_seller()


@pytest.fixture
def listing(seller):
    return create_live_listing(seller)


def test_nothing_of_a_closed_shop_enters_a_basket_and_what_lies_there_stays_as_it_was(seller, listing):
    basket = fill(listing)
    line = basket.lines.get()
    close(seller)

    for attempt in (partial(put_in, basket, listing, quantity=1), partial(set_quantity, line, 3)):
        with pytest.raises(ShopClosed):
            attempt()
    assert basket.lines.get().quantity == 1


def add(client, listing):
    with translation.override("th"):
        return client.post(reverse("basket:add", args=[listing.public_id]), {"quantity": "1"})


def test_its_page_can_be_read_and_says_until_when(client, seller, listing):
    holiday = close(seller)

    page = client.get(f"/th/shop/p/{listing.slug}/").content.decode()
    refused = add(client, listing)

    assert thai_date(holiday.until, "th") in page
    assert 'id="buy"' not in page
    assert "OutOfStock" in page
    assert refused.status_code == 422
    assert "ร้านปิดถึง" in refused.content.decode()


def test_the_basket_and_the_checkout_say_which_line_must_wait(client, seller, listing):
    create_holder()
    add(client, listing)
    close(seller)

    assert "ร้านนี้ปิดถึง" in client.get("/th/shop/basket/").content.decode()


def test_nothing_of_a_closed_shop_is_ordered(seller, listing):
    create_holder()
    terms = agreement(fill(listing), a_buyer())
    close(seller)

    with pytest.raises(QuoteChanged):
        placing.place_order(**terms)

    assert (Order.objects.count(), Hold.objects.count()) == (0, 0)


def blind(monkeypatch):
    """The reckoning has not yet heard of the holiday: it began in the moment after."""
    monkeypatch.setattr(placing, "check", lambda reckoned, ways, total_seen: None)


def test_a_shop_closed_in_the_moment_after_the_reckoning_sells_nothing(seller, listing, monkeypatch):
    create_holder()
    terms = agreement(fill(listing), a_buyer())
    close(seller)
    blind(monkeypatch)

    with pytest.raises(QuoteChanged):
        placing.place_order(**terms)
    assert (Order.objects.count(), Hold.objects.count()) == (0, 0)

    monkeypatch.setattr(placing, "require_open_shops", lambda reckoned, at: None)
    assert placing.place_order(**terms)  # the twin: without the last look it would have been sold


def test_closing_and_ordering_at_once_ends_in_one_of_two_ways(own_database):
    create_holder()
    for number in range(4):
        seller = create_seller()
        listing = create_live_listing(seller, left=3)
        terms = agreement(fill(listing), a_buyer())

        placed, holiday = race(partial(placing.place_order, **terms), partial(close, seller))

        assert isinstance(holiday, Holiday), (number, holiday)
        assert isinstance(placed, Order | QuoteChanged), (number, placed)
        ordered = Order.objects.filter(key=terms["key"]).count()
        assert (ordered, Hold.objects.filter(pool__ref=listing.ref).count()) == (
            (1, 1) if isinstance(placed, Order) else (0, 0)
        )


def badges(listing):
    return Card.objects.get(ref=listing.ref, language="th").badges


def test_cards_follow_and_the_shop_opens_again_by_itself(seller, listing):
    drain()
    assert badges(listing) == []
    holiday = close(seller)
    drain()
    assert badges(listing) == [f"ปิดร้านถึง {thai_date(holiday.until, 'th')}"]

    with clock.moved(WEEK):
        assert seller.closed_until() is None
        assert put_in(fill(), listing, quantity=1) == 1  # whether or not the promise was kept yet
        drain()
        assert badges(listing) == []
    holiday.refresh_from_db()
    assert holiday.ended_at is not None


def test_she_opens_before_her_day_and_twice_is_once(seller, listing):
    close(seller)
    for _press in range(2):
        reopen_shop(seller, by=seller.person)
    drain()

    assert seller.closed_until() is None
    assert badges(listing) == []


def test_another_day_takes_the_place_of_the_first_and_its_promise_opens_nothing_early(seller):
    close(seller)
    later = close(seller, until=in_a_week() + WEEK)

    with clock.moved(WEEK):
        drain()
        assert seller.closed_until() == later.until
    assert Holiday.objects.count() == 2


@pytest.mark.parametrize("days", [-1, 0, 366])
def test_a_day_that_will_not_do_closes_nothing(seller, days):
    with pytest.raises(ValidationError):
        close(seller, until=in_bangkok(clock.now()).date() + timedelta(days=days))
    assert seller.closed_until() is None


def test_nobody_else_closes_her_shop(seller):
    with pytest.raises(PermissionDenied):
        close(seller, by=create_person())
    assert Holiday.objects.count() == 0


def test_the_database_knows_one_holiday_at_a_time(seller):
    close(seller)

    with pytest.raises(IntegrityError), transaction.atomic():
        Holiday.objects.create(seller=seller, until=date(2999, 1, 1), by=seller.person)
