"""Promise 22: a card's number never reaches us: no field of a model, form or page asks for it, no row or log holds it."""

import logging
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.db import connection

from marketplace.consignments.payments import attempts_of
from marketplace.order.models import Order
from network.outbox.testing import drain
from network.payments.actions import settle, start_attempt
from tests.marketplace.buying import create_goods, create_holder, guest
from tests.network.payments.test_stripe import ADDRESSES, pay
from tests.promises.stripe_stories import deliver

ROOT = Path(__file__).parent.parent.parent
# Whole words of a name: `discard`, `postcards` or `card` (of a list) are none.
NAMES = re.compile(
    r"(^|[_-])(pan|cvc|cvv|csc|cvn|card[_-]?(number|no|num|holder|code|expiry|exp)|cc[_-]?\w+|expiry_(month|year)|"
    r"security_code|track_?[12])($|[_-])",
    re.IGNORECASE,
)
PAN = re.compile(r"(?<![\d.\w])\d(?:[ -]?\d){12,18}(?![\d\w])")
PAGES = ["templates", "static/js"]


def is_card_number(text):
    """Luhn's sum, and a first digit that card networks use."""
    digits = [int(digit) for digit in re.sub(r"\D", "", text)]
    doubled = [2 * digit - 9 * (digit > 4) if n % 2 else digit for n, digit in enumerate(reversed(digits))]
    return digits[0] in (2, 3, 4, 5, 6) and sum(doubled) % 10 == 0


def card_numbers_in(text):
    return [found for found in PAN.findall(text) if is_card_number(found)]


@pytest.mark.promise(22)
@pytest.mark.parametrize(
    "number", ["4242424242424242", "4242 4242 4242 4242", "5555-5555-5555-4444", "378282246310005"]
)
def test_the_search_sees_a_card_number(number):
    assert card_numbers_in(f'{{"number": "{number}"}}') == [number]
    assert card_numbers_in("0105500012345") == []


@pytest.mark.promise(22)
@pytest.mark.parametrize("name", ["card_number", "cvc", "cc-number", "pan", "cardholder", "id_cvv", "card-no"])
def test_the_search_sees_a_card_field(name):
    assert NAMES.search(name)


@pytest.mark.promise(22)
def test_no_model_has_a_field_for_card_data():
    """Of every installed app: Oscar's shop brings a Bankcard with it, ours is without."""
    fields = [f"{model._meta.label}.{field.name}" for model in apps.get_models() for field in model._meta.get_fields()]

    assert "Bankcard" not in {model.__name__ for model in apps.get_models()}
    assert len(fields) > 300
    assert [label for label in fields if NAMES.search(label.rpartition(".")[2])] == []


@pytest.mark.promise(22)
@pytest.mark.parametrize("top", PAGES)
def test_no_page_asks_for_card_data(top):
    asked = []
    for path in (ROOT / top).rglob("*.*"):
        if path.suffix in (".html", ".js"):
            soup = BeautifulSoup(path.read_text(), "html.parser")
            for field in soup.find_all(["input", "select", "textarea"]):
                names = [field.get(name, "") for name in ("name", "id", "autocomplete")]
                asked += [(path.name, name) for name in names if NAMES.search(name)]
    assert asked == []


def rows_of_the_database():
    """Every text in every table."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                yield from ((table, str(value)) for value in row if isinstance(value, (str, bytes, memoryview)))


@pytest.mark.promise(22)
@pytest.mark.usefixtures("own_database")
def test_after_a_card_payment_no_row_page_or_log_holds_its_number(client, stripe_sandbox, settings, caplog):
    """The whole way of an order paid by card, every message of Stripe kept, every logger at its loudest."""
    settings.RATELIMIT_ENABLE = False
    caplog.set_level(logging.DEBUG)
    create_holder()
    [scarf] = create_goods()
    shopper = guest(client, scarf)
    pages = [shopper.review().content.decode()]
    shopper.order(pay="stripe")
    order = Order.objects.get()
    attempt = attempts_of(order).get()
    pages.append(client.get(attempt.get_absolute_url()).content.decode())
    start_attempt(attempt, **ADDRESSES)
    pay(stripe_sandbox, attempt, card="4000007640000003")
    for told in stripe_sandbox.client().v1.events.list({"limit": 100}).data:
        deliver(told.to_dict())
    settle(attempt)
    drain()
    pages.append(client.get(order.get_absolute_url()).content.decode())

    order.refresh_from_db()
    assert order.is_paid
    assert [table for table, text in rows_of_the_database() if card_numbers_in(text)] == []
    assert card_numbers_in("".join(pages)) == []
    assert len(caplog.text) > 1000
    assert card_numbers_in(caplog.text) == []
    fields = [field.get("name", "") for page in pages for field in BeautifulSoup(page, "html.parser").find_all("input")]
    assert [name for name in fields if NAMES.search(name)] == []


@pytest.mark.promise(22)
def test_the_payer_is_sent_to_stripes_own_page(client, stripe_sandbox, own_database):
    create_holder()
    [scarf] = create_goods()
    guest(client, scarf).order(pay="stripe")
    attempt = attempts_of(Order.objects.get()).get()

    assert start_attempt(attempt, **ADDRESSES).startswith(stripe_sandbox.url)
