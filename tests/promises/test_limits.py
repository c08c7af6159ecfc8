"""Guests' links cannot be guessed, and nobody can wear the site out: who comes too often waits, and loses nothing."""

import ast
import math
from datetime import timedelta

import pytest
from django.test import Client

from funding.models import Pledge
from network.clock import moved
from network.words.public_ids import ALPHABET, new_token
from tests.access.reading import ROOT, sources
from tests.funding.conftest import make_fund
from tests.marketplace.buying import create_goods, create_holder, create_order
from tests.network.people.factories import sign_in_as

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

GUESSABLE = (
    "/th/orders/{}/",
    "/th/pay/{}/",
    "/th/funds/pledges/{}/",
    "/th/members/invitation/{}/",
    "/th/account/pass/{}/",
)
MOST_ON_A_PAGE = 100
# What our lists call the number of things that one page shows.
SIZES = ("SHOWN", "PAGE", "PAGE_SIZE", "NEWEST", "LATELY", "LATEST", "MOST_CARDS", "PER_PAGE")


@pytest.fixture
def order():
    create_holder()
    return create_order(*create_goods())


@pytest.mark.promise(49)
def test_a_guests_link_is_a_secret_of_128_bits():
    tokens = {new_token() for _ in range(1000)}
    assert len(tokens) == 1000
    assert {len(token) for token in tokens} == {27}
    assert len(next(iter(tokens))) * math.log2(len(ALPHABET)) >= 128


@pytest.mark.promise(49)
@pytest.mark.usefixtures("within_a_minute")
def test_of_many_guesses_none_hits_and_only_ten_are_looked_at(order, soak):
    client, guesses = Client(), 10_000 if soak else 200
    told = [client.get(f"/th/orders/{new_token()}/").status_code for _guess in range(guesses)]
    assert told == [404] * 10 + [429] * (guesses - 10)
    assert client.get(f"/th/orders/{order.token}/").status_code == 429, "nor is it told which guess was right"

    assert Client(REMOTE_ADDR="192.0.2.7").get(f"/th/orders/{order.token}/").status_code == 200


@pytest.mark.promise(49)
@pytest.mark.usefixtures("within_a_minute")
def test_every_page_behind_a_secret_link_counts_the_wrong_ones_together(db):
    client = Client()
    told = [client.get(GUESSABLE[n % len(GUESSABLE)].format(new_token())).status_code for n in range(15)]
    assert told == [404] * 10 + [429] * 5
    assert {client.get(path.format(new_token())).status_code for path in GUESSABLE} == {429}


@pytest.mark.promise(49)
def test_the_number_of_an_order_opens_nothing(client, order):
    for known in (order.number, order.public_id, order.ref, str(order.pk), order.basket_id):
        assert client.get(f"/th/orders/{known}/").status_code == 404


@pytest.mark.promise(49)
def test_a_guests_link_ends(client, order):
    with moved(timedelta(days=181)):
        assert client.get(f"/th/orders/{order.token}/").status_code == 404


def often(client, method, path, sent, times):
    """What comes back when this is sent so many times."""
    return [getattr(client, method)(path, sent).status_code for _ in range(times)]


@pytest.mark.promise(60)
@pytest.mark.usefixtures("within_a_minute")
@pytest.mark.parametrize(
    ("method", "path", "most"),
    [
        ("get", "/th/search/", 60),
        ("get", "/th/places/lookup/", 60),
        ("post", "/th/shop/basket/voucher/", 120),
        ("post", "/th/shop/checkout/", 60),
        ("post", "/th/funds/lake-fund/pledge/", 20),
    ],
)
def test_who_comes_too_often_waits_and_her_neighbour_does_not(method, path, most):
    make_fund()
    client = Client()
    told = often(client, method, path, {}, most + 2)
    assert [status == 429 for status in told] == [False] * most + [True] * 2
    assert often(Client(REMOTE_ADDR="192.0.2.7"), method, path, {}, 1) != [429]


@pytest.mark.promise(60)
@pytest.mark.usefixtures("within_a_minute")
def test_uploads_are_counted_by_the_person_over_all_pages_that_take_them():
    [listing] = create_goods()
    client = Client()
    sign_in_as(client, listing.owner.person)
    told = often(client, "post", f"/desk/goods/{listing.public_id}/photos/add/", {}, 30)
    told += often(client, "post", "/desk/funds/expenses/new/", {}, 32)
    assert [status == 429 for status in told] == [False] * 60 + [True] * 2


@pytest.mark.promise(60)
@pytest.mark.usefixtures("within_a_minute")
def test_behind_our_own_proxy_each_reader_is_counted_for_herself(settings):
    """The proxy's address is everybody's: counted by it, sixty readers would shut out the rest of the province."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    first = often(Client(HTTP_X_FORWARDED_FOR="192.0.2.1"), "get", "/th/search/", {}, 61)
    assert (first[-1], often(Client(HTTP_X_FORWARDED_FOR="192.0.2.2"), "get", "/th/search/", {}, 1)) == (429, [200])


@pytest.mark.promise(60)
@pytest.mark.usefixtures("within_a_minute")
@pytest.mark.parametrize(("language", "button"), [("th", "ส่งอีกครั้ง"), ("en", "Send it once more")])
def test_the_page_that_asks_for_patience_keeps_what_was_written(client, language, button):
    fund = make_fund()
    path = f"/{language}/funds/{fund.slug}/pledge/"
    sent = {"amount": "250", "name": "สมหญิง <b>", "contact": "donor@example.org", "terms": "on", "password": "secret"}
    often(client, "post", path, {}, 20)
    answer = client.post(path, sent)

    page = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"]) == (429, "60")
    assert button in page
    assert 'name="name" value="สมหญิง &lt;b&gt;"' in page
    assert 'name="contact" value="donor@example.org"' in page
    assert "secret" not in page
    assert f'action="{path}"' in page
    assert Pledge.objects.count() == 0


@pytest.mark.promise(60)
def test_no_page_shows_more_than_a_hundred_things():
    sizes = {}
    for path in sources():
        for node in ast.parse(path.read_text()).body:
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=int(size))) if name in SIZES:
                    sizes[f"{path.relative_to(ROOT)}: {name}"] = size
    assert len(sizes) > 10
    assert {name: size for name, size in sizes.items() if size > MOST_ON_A_PAGE} == {}
