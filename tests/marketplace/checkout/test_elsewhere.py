"""Out of a chat app: the basket and what was typed move to the phone's own browser, once."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from marketplace.basket.models import Basket
from network.people.models import User
from tests.marketplace.buying import create_goods, fill, guest

pytestmark = pytest.mark.django_db
LINE = "Mozilla/5.0 (Linux; Android 13; SM-A042F) AppleWebKit/537.36 Chrome/119.0.0.0 Mobile Safari/537.36 Line/13.20.0"
FACEBOOK = (
    "Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/110.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/440.0;]"
)
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 [FBAN/FBIOS;FBAV/440.0]"
ELSEWHERE = "/en/shop/checkout/elsewhere/"


@pytest.fixture
def shopper(holder, client):
    client.defaults["HTTP_USER_AGENT"] = LINE
    return guest(client, *create_goods())


def address_in(answer):
    return re.search(r"<code>http://testserver([^<]+)</code>", answer.content.decode())[1]


def test_basket_and_address_go_on_in_the_other_browser(shopper):
    assert "Go on in my browser" in shopper.basket().content.decode()
    path = address_in(shopper.client.post(ELSEWHERE))

    browser = Client()
    assert browser.get(path).status_code == 200, "looking spends nothing"
    assert browser.post(path).url == "/en/shop/basket/"

    assert browser.cookies["basket_count"].value == "1"
    page = browser.get("/en/shop/checkout/").content.decode()
    assert "nok@example.org" in page
    assert browser.get("/en/shop/checkout/review/").status_code == 200


def test_the_address_works_once_and_shows_nobody_anything_afterwards(shopper):
    path = address_in(shopper.client.post(ELSEWHERE))
    Client().post(path)
    stranger = Client()

    answer = stranger.post(path, follow=True)

    assert "used already" in answer.content.decode()
    assert "nok@example.org" not in stranger.get("/en/shop/checkout/", follow=True).content.decode()


def test_after_an_hour_it_is_over(shopper):
    path = address_in(shopper.client.post(ELSEWHERE))
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=61)):
        assert "older than an hour" in Client().post(path, follow=True).content.decode()


@pytest.mark.parametrize("token", ["x", "a:b:c", "๑" * 20, "." * 500])
def test_an_invented_address_is_refused_in_words(client, db, token):
    answer = client.post(f"{ELSEWHERE}{token}/", follow=True)
    assert answer.status_code == 200
    assert "used already" in answer.content.decode()


def test_a_basket_that_was_there_is_joined(shopper):
    path = address_in(shopper.client.post(ELSEWHERE))
    browser = Client()
    other = guest(browser, *create_goods())

    browser.post(path)

    assert len(other.basket().context["quote"].parcels) == 2


def test_it_signs_nobody_in_and_takes_no_member_s_basket(client, holder):
    person = User.objects.create_user("member@example.org")
    basket = fill(*create_goods())
    Basket.objects.filter(pk=basket.pk).update(owner=person)
    client.force_login(person)

    browser = Client()
    browser.post(address_in(client.post(ELSEWHERE)))

    assert "_auth_user_id" not in browser.session
    assert "basket_count" not in browser.cookies


@pytest.mark.parametrize(
    ("name", "way"),
    [
        (LINE, r'href="http://testserver/[^"]+\?openExternalBrowser=1"'),
        (FACEBOOK, r'href="intent://testserver/[^"]+#Intent;scheme=http;action=android.intent.action.VIEW;end"'),
        (IPHONE, r'href="http://testserver/en/shop/checkout/elsewhere/[^"?]+/"'),
    ],
)
def test_each_app_is_left_by_its_own_way(shopper, name, way):
    page = shopper.client.post(ELSEWHERE, headers={"User-Agent": name}).content.decode()
    assert re.search(way, page)


def test_other_browsers_are_told_nothing(shopper):
    shopper.client.defaults["HTTP_USER_AGENT"] = LINE.partition(" Line")[0]
    assert "Go on in my browser" not in shopper.basket().content.decode()
