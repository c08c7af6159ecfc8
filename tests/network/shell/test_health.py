"""What those who watch over the site hear, with a database and without one."""

import sqlite3
import time

import pytest
from django.db import OperationalError, connections

from network.shell import health


class Away:
    """A database that refuses, or lets one wait for as long as it is told."""

    def __init__(self, seconds=0):
        self.seconds = seconds

    def cursor(self):
        time.sleep(self.seconds)
        raise OperationalError("unable to open database file")

    def close(self):
        pass


@pytest.fixture
def database(monkeypatch):
    """`database(away)`: what the probe's own connection finds."""
    return lambda away: monkeypatch.setattr(connections, "create_connection", lambda alias: away)


def test_healthz_needs_no_database(client):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"alive\n")
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_readyz_asks_the_database(client):
    assert client.get("/readyz").status_code == 200


def test_readyz_says_so_when_the_database_refuses(client, database):
    database(Away())
    assert client.get("/readyz").status_code == 503
    assert client.get("/readyz").status_code == 503  # the probe is free again


def test_readyz_waits_no_longer_than_a_second_for_a_database_that_hangs(client, database, monkeypatch):
    monkeypatch.setattr(health, "PATIENCE", 0.1)
    database(Away(seconds=0.5))
    began = time.monotonic()
    answers = [client.get("/readyz").status_code for _ in range(2)]
    assert answers == [503, 503]
    assert time.monotonic() - began < 0.45
    with health.one_at_a_time:  # until the hanging probe has let go
        pass


def test_a_page_that_finds_no_database_is_unavailable_not_broken(client, settings, monkeypatch):
    def refuse(self):
        raise OperationalError("connection refused") from sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr("django.db.backends.base.base.BaseDatabaseWrapper.ensure_connection", refuse)
    client.raise_request_exception = False
    answer = client.get("/th/shop/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert "มีบางอย่างเสียที่ฝั่งเรา" in answer.content.decode()
