"""Handlers whose effects can be counted: one that happened twice stands twice."""

import time
from collections import Counter
from datetime import timedelta
from functools import partial

import pytest
from django.db import connection

from network.outbox import keeping, schedule


@pytest.fixture
def effects(own_database, monkeypatch):
    """A table without any uniqueness, in which an effect that happened twice would stand twice; nothing scheduled."""
    monkeypatch.setattr(schedule, "_schedules", {})
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE effects (n integer)")

    def seen():
        with connection.cursor() as cursor:
            cursor.execute("SELECT n FROM effects")
            return Counter(n for (n,) in cursor.fetchall())

    return seen


@pytest.fixture
def quick(monkeypatch):
    """Short pauses after a failed try, so that the test need not wait for them."""
    monkeypatch.setattr(keeping, "FIRST_PAUSE", timedelta(milliseconds=100))
    monkeypatch.setattr(keeping, "PAUSE_GROWTH", 1)


def write_effect(n):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO effects VALUES (%s)", [n])


def work(payload):
    """An effect, then some time in which the worker may be killed before the commit."""
    write_effect(payload["n"])
    time.sleep(0.01)


def call_out(calls, payload, *, idempotency_key):
    """Something a provider does, noted in a file; the effect is recorded with the promise."""
    with calls.open("a") as file:
        file.write(f"{payload['n']} {idempotency_key}\n")
    time.sleep(0.01)
    return partial(write_effect, payload["n"])
