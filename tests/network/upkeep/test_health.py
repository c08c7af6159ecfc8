"""What those who watch over the site hear, with a database and without one."""

import sqlite3
import time
from datetime import timedelta

import pytest
from django.db import OperationalError

from network.clock import moved
from network.outbox.actions import promise
from network.outbox.testing import handled_by
from network.upkeep import health, signs
from network.upkeep.signs import Sign, State


@pytest.fixture
def database(monkeypatch):
    """`database(seconds)`: it refuses, after having let one wait for so long."""

    def away(seconds=0):
        def refuse():
            time.sleep(seconds)
            raise OperationalError("unable to open database file")

        monkeypatch.setattr(health, "readiness", refuse)

    return away


def test_healthz_needs_no_database(client):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"alive\n")
    assert "no-store" in answer["Cache-Control"]


def test_readyz_asks_for_everything(own_database, client):
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.content.decode().splitlines() == ["ready", *(f"{look.__name__}: well" for look in signs.READINESS)]


def test_readyz_says_so_when_the_database_refuses(client, database):
    database()
    assert client.get("/readyz").status_code == 503
    assert client.get("/readyz").status_code == 503  # the probe is free again


def test_readyz_waits_no_longer_than_a_second_for_a_database_that_hangs(client, database, monkeypatch):
    monkeypatch.setattr(health, "PATIENCE", 0.1)
    database(seconds=0.5)
    began = time.monotonic()
    answers = [client.get("/readyz").status_code for _ in range(2)]
    assert answers == [503, 503]
    assert time.monotonic() - began < 0.45
    with health.one_at_a_time:  # until the hanging probe has let go
        pass


def test_code_that_is_newer_than_its_tables_is_not_ready(own_database, client, monkeypatch):
    monkeypatch.setattr(signs, "known_migrations", lambda: frozenset({"ledger.9999_new"}))
    answer = client.get("/readyz")
    assert (answer.status_code, answer.content.decode().splitlines()[0]) == (503, "not ready")


def test_late_promises_are_told_and_take_nobody_out_of_service(own_database, client):
    with handled_by("test.late", print):
        promise("test.late")
    with moved(timedelta(minutes=30)):
        answer = client.get("/readyz")
        told = signs.outbox()
    assert (answer.status_code, "outbox: worry" in answer.content.decode()) == (200, True)
    assert "30" in told.words


def test_a_broker_that_is_away_is_told(settings):
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    assert signs.broker().state is State.WORRY


def test_a_disk_without_room_is_told(settings, monkeypatch):
    monkeypatch.setattr(signs, "LITTLE_ROOM", 2**70)
    assert signs.room().state is State.WORRY
    monkeypatch.setattr(signs, "LITTLE_ROOM", 0)
    assert signs.room() == Sign("room")


def test_a_page_that_finds_no_database_is_unavailable_not_broken(client, settings, monkeypatch):
    def refuse(self):
        raise OperationalError("connection refused") from sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr("django.db.backends.base.base.BaseDatabaseWrapper.ensure_connection", refuse)
    client.raise_request_exception = False
    answer = client.get("/th/shop/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert "ขอเวลาสักครู่" in answer.content.decode()
