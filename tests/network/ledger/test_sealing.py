"""The sealer among writers, rivals and accidents."""

import os
import signal
import threading
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, connections, transaction

from network.clock import moved
from network.ledger import seal as sealing
from network.ledger import triggers
from network.ledger.audit import audit
from network.ledger.exceptions import EntryChanged
from network.ledger.horizon import Horizon, ask
from network.ledger.models import Entry, FoldMark, Seal
from network.ledger.seal import seal_books
from network.outbox.actions import promise
from network.outbox.testing import drain
from tests.books import cash, everything, fund, give, pay_out, write_a_past
from tests.races import race

pytestmark = pytest.mark.usefixtures("own_database")


@pytest.fixture
def postgresql(own_database):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer: nothing can be open beside it")
    fund(), cash()  # opened now, or a rival would wait for the one who opens them


def all_sealed():
    return Seal.objects.filter(book="fund:rice").count() == Entry.objects.count()


def test_sealing_twice_seals_once():
    give(fund(), 1_00)

    assert (seal_books(), seal_books()) == (1, 0)


def test_two_sealers_and_four_writers_at_once():
    fund()

    def write(name):
        for number in range(15):
            give(fund(), 1_00, key=f"{name}:{number}")

    def seal():
        return sum(seal_books(batch=7) for _ in range(10))

    sealed = race(*(lambda name=name: write(name) for name in "abcd"), seal, seal)
    rest = seal_books()

    assert sum(filter(None, sealed)) + rest == 60
    assert all_sealed()
    assert audit() == []


def test_a_sealer_that_is_killed_leaves_whole_batches():
    write_a_past(8)
    connections.close_all()
    if (child := os.fork()) == 0:
        die_in_the_second_batch()
    _pid, status = os.waitpid(child, 0)

    assert os.WTERMSIG(status) == signal.SIGKILL
    assert Entry.objects.filter(seals__isnull=False).distinct().count() == 10
    assert seal_books() == 30
    assert audit() == []


def die_in_the_second_batch():
    """Seals written, their mark not: the worst moment."""
    chain, batches = sealing.chain, []

    def deadly(*args):
        batches.append(args)
        if len(batches) == 2:
            Seal.objects.bulk_create(chain(*args))
            os.kill(os.getpid(), signal.SIGKILL)
        return chain(*args)

    sealing.chain = deadly
    seal_books(batch=10)


def test_an_entry_changed_before_its_seal_stops_the_sealer():
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_entry (key, kind, day, happened_at, recorded_at, size, private_digest, digest)"
            " VALUES ('half', 'x', '2026-11-22', '2026-11-22 10:00:00', '2026-11-22 10:00:00', 2, '', '')"
        )
    give(fund(), 1_00)

    with pytest.raises(EntryChanged, match="half"):
        seal_books()

    assert not Seal.objects.exists()


def test_an_entry_that_stays_unsealed_is_cried_out(caplog, monkeypatch):
    give(fund(), 1_00)
    monkeypatch.setattr(sealing, "find_horizon", lambda wait: None)
    promise("ledger.seal")
    with moved(timedelta(minutes=6)):
        drain()

    assert "1 entries are unsealed after five minutes, the first is gift:1" in caplog.text


def test_unsound_books_are_cried_out(caplog):
    triggers.lift(connection)
    promise("ledger.check")
    drain()

    assert "the trigger ledger_transfer_judge is missing" in caplog.text


class OpenTransaction:
    """Another connection with a gift written and not yet committed."""

    def __init__(self, key):
        self.key, self.written, self.leave = key, threading.Event(), threading.Event()

    def __enter__(self):
        self.thread = threading.Thread(target=self.run)
        self.thread.start()
        assert self.written.wait(10)
        return self

    def run(self):
        with transaction.atomic():
            give(fund(), 1_00, key=self.key)
            self.written.set()
            self.leave.wait(10)
        connections.close_all()

    def __exit__(self, *failure):
        self.leave.set()
        self.thread.join()


def test_nothing_is_sealed_past_an_open_transaction(postgresql):
    with OpenTransaction("slow"):
        give(fund(), 1_00, key="quick")
        assert seal_books(wait=0.1) == 0

    assert seal_books() == 2
    assert all_sealed()


def test_without_the_horizon_the_slow_entry_is_lost(postgresql, monkeypatch):
    """The twin: only the waiting is gone."""
    ids = "SELECT max(e.id), max(t.id) FROM ledger_entry e, ledger_transfer t"
    monkeypatch.setattr(sealing, "find_horizon", lambda wait: Horizon(*ask(ids)))
    with OpenTransaction("slow"):
        give(fund(), 1_00, key="quick")
        assert seal_books() == 1
    seal_books()

    assert not all_sealed()
    assert FoldMark.objects.get().sealed_entry == Entry.objects.get(key="quick").pk
    assert fund().balance() == 1_00  # of 2: the checkpoint went past the slow one, too


def test_inside_a_transaction_the_sealer_refuses(postgresql):
    with transaction.atomic(), pytest.raises(RuntimeError):
        seal_books()


@contextmanager
def repeatable_read():
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def test_a_drain_under_repeatable_read_is_refused(postgresql):
    give(fund(), 10_00)
    before = everything()

    with pytest.raises(DatabaseError, match="READ COMMITTED"), repeatable_read():
        pay_out(fund(), 1_00)

    assert everything() == before


def test_a_gift_under_repeatable_read_is_welcome(postgresql):
    with repeatable_read():
        give(fund(), 1_00)

    assert fund().balance() == 1_00
