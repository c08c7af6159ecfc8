"""The runner beside the site: keeps what is due, waits for news, and may be killed at any moment.

Any number may run at once, on any number of hosts. SIGTERM lets each finish the promise in its hands.
"""

import logging
import os
import signal
import time
import uuid

from django.db import DatabaseError, close_old_connections, connection, connections

from network.clock import now

from .keeping import give_back, keep_due
from .models import Promise
from .schedule import promise_turns

LONGEST_WAIT = 1.0  # seconds; promises also come due by time passing
REPLACE_PAUSE = 0.2  # seconds between two looks for dead workers: one that fails at once must not eat the machine
GLANCE = {"sqlite": 0.05, "postgresql": 0.25}

logger = logging.getLogger(__name__)


class Stop:
    """Set by SIGTERM and SIGINT, or when the process that this one belongs to is gone."""

    def __init__(self, parent=None):
        self.asked = False
        self.parent = parent

    def __enter__(self):
        self.before = {number: signal.signal(number, self.ask) for number in (signal.SIGTERM, signal.SIGINT)}
        return self

    def __exit__(self, *_error):
        for number, handler in self.before.items():
            signal.signal(number, handler)

    def ask(self, *_signal):
        self.asked = True

    def __bool__(self):
        return self.asked or self.parent not in (None, os.getppid())


def run(*, by=None, parent=None):
    """Keep promises until told to stop; a database that is away is waited for."""
    by = by or uuid.uuid4().hex
    with Stop(parent) as stop:
        while not stop:
            try:
                news = latest_news()
                promise_turns()
                if not keep_due(by=by, go_on=lambda: not stop):
                    wait_for_news(news, stop)
                close_old_connections()
            except DatabaseError as error:
                logger.warning("The runner waits for the database: %s", type(error).__name__)
                connections.close_all()
                time.sleep(LONGEST_WAIT)


def run_until_empty():
    """Keep promises until none is due and none is in anybody's hands; what is due later stays.

    Returns how many were tried.
    """
    tried = 0
    with Stop() as stop:
        while not stop and Promise.objects.due(now()).exists():
            tried += keep_due(go_on=lambda: not stop)
            time.sleep(GLANCE["sqlite"])
    return tried


def latest_news():
    """On SQLite a number that changes when another process commits; costs microseconds."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            return cursor.execute("PRAGMA data_version").fetchone()[0]
    return None


def wait_for_news(before, stop):
    """Return when there may be something to keep, or after the longest wait."""
    end = time.monotonic() + LONGEST_WAIT
    while not stop and time.monotonic() < end:
        time.sleep(GLANCE[connection.vendor])
        if latest_news() != before or (before is None and Promise.objects.claimable(now()).exists()):
            return


def run_many(workers):
    """Run that many processes, put another in the place of each that dies, and put off what it was keeping."""
    running = {}
    with Stop() as stop:
        while not stop:
            while len(running) < workers:
                by = uuid.uuid4().hex
                running[start_worker(by)] = by
            collect_dead(running)
            time.sleep(REPLACE_PAUSE)
    for pid in running:
        os.kill(pid, signal.SIGTERM)
    for pid in running:
        os.waitpid(pid, 0)


def start_worker(by):
    connections.close_all()
    parent = os.getpid()
    if pid := os.fork():
        return pid
    try:
        run(by=by, parent=parent)
        os._exit(0)
    except BaseException:
        logger.exception("A worker of the outbox failed.")
        os._exit(1)


def collect_dead(running):
    pid, _status = os.waitpid(-1, os.WNOHANG) if running else (0, 0)
    if by := running.pop(pid, None):
        logger.warning("A worker of the outbox ended; another takes its place.")
        try:
            give_back(by)
        except DatabaseError:
            logger.warning("What it was keeping waits for the end of its lease.")
