"""Promise 62: a hundred secrets go through sign-in, checkout, pledge, webhook, failing pages and failing promises; the
log, as production writes it, holds none of them."""

import io
import json
import logging
from contextlib import contextmanager

import pytest
from django.test import Client

from marketplace.order.models import Order
from network.outbox.actions import promise
from network.outbox.keeping import keep_promise
from network.outbox.models import Promise
from network.outbox.testing import drain, handled_by
from network.shell import views
from network.shell.log_lines import HIDDEN, JSONLines, TextLines, redact
from network.words.public_ids import new_token
from tests.funding.conftest import make_fund
from tests.marketplace.buying import create_goods, create_holder, guest
from tests.network.payments.test_webhook import event, post, signature

CARDS = ["4242424242424242", "5555 5555 5555 4444", "3782-822463-10005", "4000056655665556"]
TOLD = "chanchala", "network", "django", "celery", "stripe"


@contextmanager
def written_by(*formatters):
    """What the log says meanwhile, in each form: warnings of all, and every request, as production's levels have it."""
    root, requests = logging.getLogger(), logging.getLogger("chanchala")
    handlers = [logging.StreamHandler(io.StringIO()) for _formatter in formatters]
    for handler, formatter in zip(handlers, formatters, strict=True):
        handler.setFormatter(formatter)
        root.addHandler(handler)
    before, level = root.level, requests.level
    root.setLevel(logging.WARNING)
    requests.setLevel(logging.INFO)
    try:
        yield [handler.stream for handler in handlers]
    finally:
        for handler in handlers:
            root.removeHandler(handler)
        root.setLevel(before)
        requests.setLevel(level)


class Person:
    """Everything that somebody hands us and nobody else may read, told apart by a number."""

    def __init__(self, n):
        self.email = f"secret.person{n}@mail{n}.example.org"
        self.phone = f"08{n}4567{n:02}8{n}"[:10].ljust(10, "7")
        self.name = f"สมใจลับลับ{n} ไม่บอกใคร"
        self.code = f"{918273 + n}"
        self.token = new_token()
        self.key = f"sk_live_{new_token()}"
        self.card = CARDS[n % len(CARDS)]
        self.password = f"correct horse {n} battery"
        self.line = f"99/{n} ซอยลับสุดยอด{n}"
        self.slip = f"00{n}{new_token()}{n}"

    @property
    def secrets(self):
        return list(vars(self).values())


@pytest.fixture
def people():
    found = [Person(n) for n in range(1, 11)]
    assert len({secret for person in found for secret in person.secrets}) >= 90
    return found


def sign_in(client, person):
    client.post("/th/account/sign-in/", {"contact": person.email})
    client.post("/th/account/sign-in/code/", {"code": person.code})
    client.post("/th/account/sign-in/", {"contact": person.phone})
    client.post("/th/account/sign-in/password/", {"login": person.email, "password": person.password})
    client.get(f"/th/account/pass/{person.token}/")


def buy(client, person, goods):
    shopper = guest(client, goods, contact=person.email, name=person.name, line1=person.line)
    shopper.order(pay="promptpay")
    client.get(f"/th/orders/{person.token}/", {"card": person.card})
    client.post(f"/th/pay/{person.token}/", {"trans_ref": person.slip})


def give(client, person):
    form = {"key": person.token, "amount": "500", "shown_as": "named", "name": person.name, "contact": person.email}
    client.post("/en/funds/lake-fund/pledge/", form | {"gateway": "promptpay", "terms": "on"})
    client.post(f"/en/funds/{person.token}/pledge/", form)


def call_webhook(client, person):
    body = event(id=f"evt_{person.token}", data={"object": {"id": person.token, "email": person.email}})
    post(client, body, signature(body))
    post(client, body, f"t=1,v1={person.key}")
    post(client, b"\xff" + person.card.encode(), person.token)


def fail(client, person, monkeypatch):
    """A page, a promise and an address that break over what they were given, and say so with every word of it."""
    everything = " | ".join(person.secrets)

    def broken(*_given, **_more):
        raise ValueError(everything) from LookupError(person.password)

    with monkeypatch.context() as bent:
        bent.setattr(views, "guide", broken)
        client.get(f"/styleguide/?token={person.token}&to={person.email}")
    with handled_by("test.secret", broken):
        made = promise("test.secret", {"n": 1})
        keep_promise(made.pk)
    Promise.objects.filter(pk=made.pk).delete()
    client.get("/th/", HTTP_HOST=f"{person.token}.example.org")
    Client(enforce_csrf_checks=True).post(f"/th/pay/{person.token}/start/", {"card": person.card})
    client.get(f"/th/{person.email}/{person.phone}/{person.key}")
    for name in TOLD:
        logging.getLogger(name).error("It went wrong: %s", ValueError(everything))
        logging.getLogger(name).error("It went wrong for %s at %s", person.email, person.phone)
        logging.getLogger(name).error("%s with %s and %s, %s", person.key, person.card, person.code, person.token)


def tell_everything(people, monkeypatch, settings):
    settings.RATELIMIT_ENABLE = False
    settings.STRIPE_WEBHOOK_SECRETS = ["whsec_of_the_tests"]
    create_holder()
    make_fund()
    [goods] = create_goods(left=99)
    for person in people:
        client = Client(raise_request_exception=False)
        sign_in(client, person)
        buy(client, person, goods)
        give(client, person)
        call_webhook(client, person)
        fail(client, person, monkeypatch)
    drain()
    assert Order.objects.count() == len(people)


def found_in(log, people):
    return [secret for person in people for secret in person.secrets if secret in log]


@pytest.mark.promise(62)
@pytest.mark.one_database
def test_a_hundred_secrets_leave_no_trace_in_the_log(own_database, people, monkeypatch, settings):
    with written_by(JSONLines(), TextLines()) as logs:
        tell_everything(people, monkeypatch, settings)

    for log in logs:
        assert found_in(log.getvalue(), people) == []
        assert log.getvalue().count("ValueError") == (2 + len(TOLD)) * len(people)
        assert log.getvalue().count(HIDDEN) >= 4 * len(TOLD) * len(people)


@pytest.mark.promise(62)
@pytest.mark.one_database
def test_a_log_as_everybody_writes_it_would_hold_them(own_database, people, monkeypatch, settings):
    """The twin: the same road with the usual lines."""
    with written_by(logging.Formatter("%(message)s")) as [log]:
        tell_everything(people[:3], monkeypatch, settings)

    assert len(found_in(log.getvalue(), people[:3])) >= 3 * 9


@pytest.mark.django_db
def test_each_request_is_one_line_with_its_name_and_the_name_of_its_route(client):
    with written_by(JSONLines()) as [log]:
        answer = client.get(f"/th/orders/{new_token()}/?x=1")
        client.get("/healthz")
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    assert {line["request"] for line in lines} == {answer["X-Request-ID"]}
    [line] = [line for line in lines if line["logger"] == "chanchala.request"]
    assert (line["route"], line["status"], line["method"]) == ("orders:order", 404, "GET")


@pytest.mark.django_db
def test_what_a_request_promised_is_logged_under_its_name_when_it_fails_later(client):
    """From the answer's header to the worker's line: the promise carries the name."""
    create_holder()
    shopper = guest(client, *create_goods())
    name = shopper.order()["X-Request-ID"]
    promised = Promise.objects.filter(request_id=name)
    assert promised.exists()

    def broken(_payload):
        raise ValueError

    topic = promised.first().topic
    with written_by(JSONLines()) as [log], handled_by(topic, broken):
        keep_promise(promised.first().pk)
    [line] = [json.loads(line) for line in log.getvalue().splitlines()]
    assert (line["request"], line["logger"]) == (name, "network.outbox.keeping")


@pytest.mark.parametrize(
    ("given", "trusted", "kept"),
    [
        ("0123456789abcdef", 1, True),
        ("3f2b8a1e-55d0-4c1c-9d4e-0123456789ab", 1, True),
        ("0123456789abcdef", 0, False),
        ("short", 1, False),
        ("0812345678", 1, False),
        ("a b c d e f 0 1 2 3 4 5 6", 1, False),
        ("f" * 65, 1, False),
        ("0123456789abcdef\nforged", 1, False),
    ],
)
def test_only_our_own_proxy_may_name_a_request(client, settings, given, trusted, kept):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = trusted
    answer = client.get("/healthz", headers={"X-Request-ID": given})
    assert (answer["X-Request-ID"] == given) is kept


@pytest.mark.parametrize(
    "plain",
    [
        "Promise payments.fulfil 4711: try 3 failed: OperationalError in execute (sqlite3/base.py:328)",
        "The broker takes no wake-ups (OperationalError); the sweep will find them.",
        "12 entries are unsealed after five minutes",
    ],
)
def test_what_is_no_secret_stays_readable(plain):
    assert redact(plain) == plain
