"""Buyers who do not give up: each in a process of its own, with a browser that repeats what got no answer."""

import json
import time
from contextlib import suppress

import requests
from bs4 import BeautifulSoup
from django.db import DatabaseError, connections
from django.urls import reverse
from django.utils import translation

from marketplace.consignments.payments import attempts_of
from marketplace.order.models import Order
from network.locks import TryAgain
from network.payments.actions import settle
from network.payments.gateways.base import Outcome, State
from tests.marketplace.buying import DETAILS
from tests.processes import in_a_process_of_its_own

PATIENCE = 60  # seconds


def insist(action, answered):
    """Again and again until the answer will do: a browser's reload, a provider's webhook."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(requests.RequestException, DatabaseError, TryAgain):
            answer = action()
            if answered(answer):
                return answer
        connections.close_all()
        time.sleep(0.1)
    raise AssertionError("no answer in a minute")


class Browser:
    """One session; sees pages without scripts."""

    def __init__(self, url):
        self.url, self.session, self.slowest = url, requests.Session(), 0.0

    def ask(self, method, path, **given):
        """The answer, once there is one that is no failure of the site's."""
        return insist(lambda: self.ask_once(method, path, **given), lambda answer: answer.status_code < 500)

    def ask_once(self, method, path, **given):
        began = time.monotonic()
        try:
            return self.session.request(method, self.url + path, timeout=20, allow_redirects=False, **given)
        finally:
            self.slowest = max(self.slowest, time.monotonic() - began)

    def send(self, path, **fields):
        """A form that stands on no page we need to see; it leads on."""
        if "csrftoken" not in self.session.cookies:
            self.ask("GET", "/en/account/sign-in/")
        answer = self.ask("POST", path, data=fields | {"csrfmiddlewaretoken": self.session.cookies["csrftoken"]})
        assert answer.status_code == 302, (path, answer.status_code)

    def form_at(self, path):
        """What the page's form would send as it stands."""
        page = BeautifulSoup(self.ask("GET", path).text, "html.parser")
        [form] = [form for form in page.find_all("form") if form.find(attrs={"name": "key"})]
        fields = form.find_all("input", attrs={"name": True})
        return {
            field["name"]: field.get("value", "on")
            for field in fields
            if field.get("type") not in {"radio", "checkbox", "submit"} or field.has_attr("checked")
        }


def path_of(name, **kwargs):
    with translation.override("en"):
        return reverse(name, kwargs=kwargs)


def buy(browser, listing, *, contact, pay):
    """From the shelf to the order, as it was acknowledged: its key and where the buyer was sent."""
    browser.send(path_of("basket:add", public_id=listing.public_id), quantity="1")
    browser.send(path_of("checkout:details"), **DETAILS | {"contact": contact})
    form = browser.form_at(path_of("checkout:review")) | {"pay": pay, "terms": "on"}
    answer = browser.ask("POST", path_of("checkout:review"), data=form)
    return {"key": form["key"], "status": answer.status_code, "to": answer.headers.get("Location", "")}


def pay_for(key):
    """The bank's word arrives, as often as it must."""

    def told():
        order = Order.objects.get(key=key)
        [attempt] = attempts_of(order)
        return settle(attempt, outcome=Outcome(State.PAID, attempt.amount))

    insist(told, lambda attempt: attempt.has_money)


def shop_until_done(url, listing, *, name, purchases, pays, note):
    """So many purchases one after the other; each line of the file `note` is one that the site acknowledged."""
    for number in range(purchases):
        browser = Browser(url)
        contact = f"{name}{number}@example.org"
        told = buy(browser, listing, contact=contact, pay=pays[number % len(pays)])
        pay_for(told["key"])
        with note.open("a") as file:
            file.write(json.dumps(told | {"contact": contact, "slowest": browser.slowest}) + "\n")


def send_buyers(count, url, listing, *, purchases, pays, folder):
    """Start them; returns {pid: the file of its acknowledged purchases}."""
    notes = [folder / f"buyer-{number}" for number in range(count)]
    return {
        in_a_process_of_its_own(
            lambda number=number, note=note: shop_until_done(
                url, listing, name=f"b{number}x", purchases=purchases, pays=pays, note=note
            )
        ): note
        for number, note in enumerate(notes)
    }


def acknowledged(notes):
    return [json.loads(line) for note in notes if note.exists() for line in note.read_text().splitlines()]
