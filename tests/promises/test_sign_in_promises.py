"""Promise 50: tries are counted, and strangers and friends cannot be told apart."""

import re
import statistics
import time

import pytest
from django.contrib.auth import get_user
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from network.outbox.testing import drain
from network.people.models import Message
from tests.network.people.factories import create_person

pytestmark = [pytest.mark.django_db, pytest.mark.promise(50)]

SIGN_IN, CODE = "/th/account/sign-in/", "/th/account/sign-in/code/"
PASSWORD = "/th/account/sign-in/password/"


def test_ten_wrong_codes_in_a_quarter_of_an_hour_and_then_not_even_the_right_one(client):
    tried = 0
    for _code_sent in range(2):
        client = Client()
        client.post(SIGN_IN, {"contact": "fah@example.org"})
        for _try in range(5):
            assert client.post(CODE, {"code": "x"}).status_code == 200
            tried += 1
    assert tried == 10

    fresh = Client()
    fresh.post(SIGN_IN, {"contact": "fah@example.org"})
    drain()
    code = Message.objects.exclude(sent_at=None).first().body
    answer = fresh.post(CODE, {"code": "".join(filter(str.isdigit, code))[:6]})

    assert answer.status_code == 429
    assert get_user(fresh).is_anonymous


@pytest.mark.usefixtures("within_a_minute")
def test_the_throttle_of_one_contact_leaves_others_alone(client):
    for _number in range(7):
        status = client.post(SIGN_IN, {"contact": "fah@example.org"}).status_code

    assert status == 429
    assert client.post(SIGN_IN, {"contact": "other@example.org"}).status_code == 302


@pytest.mark.usefixtures("within_a_minute")
def test_one_address_of_the_net_asks_for_twenty_codes_a_minute(client):
    statuses = [client.post(SIGN_IN, {"contact": f"p{n}@example.org"}).status_code for n in range(21)]

    assert statuses == [302] * 20 + [429]
    assert client.post(SIGN_IN, {"contact": "x@example.org"}, REMOTE_ADDR="203.0.113.9").status_code == 302


@pytest.mark.usefixtures("within_a_minute")
def test_ten_wrong_passwords_and_then_not_even_the_right_one(client):
    create_person(email="wipa@example.org", password="three or four words")
    for number in range(10):
        client.post(PASSWORD, {"login": "wipa@example.org", "password": "x"}, REMOTE_ADDR=f"203.0.113.{number}")

    client.post(PASSWORD, {"login": "wipa@example.org", "password": "three or four words"})

    assert get_user(client).is_anonymous


def answer(client, address, name, value, *, number, **data):
    """Body without what differs by itself, and milliseconds."""
    started = time.perf_counter()
    page = client.post(address, {name: value, **data}, REMOTE_ADDR=f"10.1.{number}.1", follow=True)
    took = (time.perf_counter() - started) * 1000
    return page.content.decode().replace(value, "…").split("<main")[1].split('name="csrf')[0], took


def test_known_and_unknown_contacts_get_the_same_words_in_the_same_time(client):
    for number in range(20):
        create_person(email=f"known{number:02}@example.org", password="three or four words")
    for address, name, data in [(SIGN_IN, "contact", {}), (PASSWORD, "login", {"password": "wrong words"})]:
        answer(Client(), address, name, "warm@example.org", number=99, **data)
        clients, words, times = {"known": Client(), "other": Client()}, {}, {}
        for number in range(20):
            for kind, client in clients.items():  # by turns: whatever else slows the machine slows both
                told, took = answer(client, address, name, f"{kind}{number:02}@example.org", number=number, **data)
                words.setdefault(kind, set()).add(told)
                times.setdefault(kind, []).append(took)

        assert words["known"] == words["other"]
        assert abs(statistics.median(times["known"]) - statistics.median(times["other"])) < 20


def test_a_request_for_a_code_asks_the_database_the_same_for_friends_and_strangers():
    create_person(email="known@example.org")
    counts = []
    for contact in ["known@example.org", "other@example.org"]:
        with CaptureQueriesContext(connection) as seen:
            Client().post(SIGN_IN, {"contact": contact})
        counts.append([re.sub(r"'[^']*'|\d+", "", query["sql"].split("VALUES")[0]) for query in seen.captured_queries])

    assert counts[0] == counts[1]
