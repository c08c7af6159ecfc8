"""Promises 31, 32 and 36: nothing is oversold, ended holds come back once, and nobody deadlocks over it."""

import random
from datetime import timedelta
from functools import partial
from threading import Barrier, Lock, Thread

import pytest
from django.db import connection, connections

from network.capacity import actions, invariants
from network.capacity.exceptions import BelowTaken, HoldReleased, SoldOut
from network.capacity.models import Hold, Pool
from network.clock import now
from network.locks import TryAgain
from tests.promises.lifted import lift_check
from tests.races import breaks, race

SOON = timedelta(minutes=35)


@pytest.fixture
def lifted_check(own_database):
    """The database of this test no longer refuses `taken > size` by itself, so that a missing guard shows."""
    with lift_check("capacity_pool", "pool_taken_within_size"):
        yield


def buy_the_last(number, *, buyers=20, pieces=5):
    """Twenty ask for one of five pieces at once; how many got one."""
    pool = actions.open_pool(f"listing:{number}", pieces)
    until = now() + SOON
    asks = [partial(actions.take, [(pool, 1)], for_ref=f"order:{number}:{n}", until=until) for n in range(buyers)]
    answers = race(*asks)
    won = [answer for answer in answers if isinstance(answer, list)]
    assert {type(answer) for answer in answers} <= {list, SoldOut}
    pool.refresh_from_db()
    assert pool.taken == len(won)
    return len(won)


@pytest.mark.promise(31)
def test_twenty_buyers_of_five_pieces_get_five(own_database, soak):
    assert {buy_the_last(number) for number in range(50 if soak else 8)} == {5}
    assert not invariants.miscounted_pools().exists()


@pytest.mark.promise(31)
def test_without_the_guard_five_pieces_are_oversold(lifted_check, monkeypatch):
    monkeypatch.setattr(actions, "GUARDED", False)
    assert breaks(lambda number: buy_the_last(number) > 5) >= 9


def ended_hold(number):
    """A pool of five with another's three, and two for `order:<number>` whose time is over."""
    pool = actions.open_pool(f"listing:{number}", 5)
    actions.take([(pool, 3)], for_ref=f"order:other:{number}", until=now() + SOON)
    actions.take([(pool, 2)], for_ref=f"order:{number}", until=now() - SOON)
    return pool


@pytest.mark.promise(32)
def test_expiry_sweeper_and_late_payment_at_once_conserve_the_stock(own_database, soak):
    for number in range(100 if soak else 20):
        pool, ref = ended_hold(number), f"order:{number}"
        answers = race(
            partial(actions.release_holds, ref), actions.expire_ended_holds, partial(actions.confirm_holds, ref)
        )
        assert {type(answer) for answer in answers} <= {int, list, HoldReleased}
        pool.refresh_from_db()
        state = pool.holds.get(for_ref=ref).state
        assert (state, pool.taken, pool.confirmed) in {("confirmed", 5, 2), ("released", 3, 0)}
    assert not invariants.miscounted_pools().exists()


@pytest.mark.promise(32)
def test_without_transaction_and_lock_the_same_units_come_back_twice(own_database, monkeypatch):
    """The sweeper runs to its end in the window between a release's look and its writing."""
    look = actions.lock_holds

    def look_then_be_overtaken(ref):
        holds = look(ref)
        actions.expire_ended_holds()
        return holds

    def breaks_the_count(number):
        pool = ended_hold(number)
        actions.release_holds.__wrapped__(f"order:{number}")
        pool.refresh_from_db()
        return pool.taken < 3

    monkeypatch.setattr(actions, "lock_holds", look_then_be_overtaken)
    monkeypatch.setattr(actions, "lock_pools", lambda pks: list(Pool.objects.filter(pk__in=pks)))
    assert breaks(breaks_the_count) >= 9


class Shopper:
    """Does all that can be done to pools, in random order, to random pools named in random order."""

    def __init__(self, name, pools):
        self.name, self.pools, self.random = name, pools, random.Random(name)
        self.refs, self.done = [], []

    def shop(self, operations):
        for number in range(operations):
            act = self.random.choice([self.take, self.take, self.finish, self.finish, self.resize, self.tidy])
            try:
                act(number)
                self.done.append("done")
            except (SoldOut, HoldReleased, BelowTaken):
                self.done.append("refused")
            except TryAgain as error:
                self.done.append(str(error.__cause__))
        return self.done

    def take(self, number):
        pools = self.random.sample(self.pools, self.random.randint(1, 4))
        self.refs.append(f"order:{self.name}:{number}")
        until = now() + self.random.choice([SOON, -SOON])
        takes = [(pool, self.random.randint(1, 3)) for pool in pools]
        actions.take(takes, for_ref=self.refs[-1], until=until)

    def finish(self, number):
        if self.refs:
            end = [actions.confirm_holds, actions.release_holds, actions.return_units, self.extend]
            self.random.choice(end)(self.random.choice(self.refs[-5:]))

    def extend(self, ref):
        actions.extend_holds(ref, until=now() + SOON)

    def resize(self, number):
        self.random.choice([actions.resize_pool, actions.set_left])(
            self.random.choice(self.pools), self.random.randint(5, 30)
        )

    def tidy(self, number):
        actions.expire_ended_holds()


@pytest.mark.promise(36)
def test_mixed_work_on_the_same_pools_never_deadlocks(own_database, soak):
    pools = [actions.open_pool(f"listing:{n}", 20) for n in range(10)]
    shoppers = [Shopper(str(n), pools) for n in range(8)]

    done = sum(race(*(partial(shopper.shop, 1250 if soak else 60) for shopper in shoppers)), [])

    assert set(done) == {"done", "refused"}
    assert len(done) == (10_000 if soak else 480)
    assert not invariants.miscounted_pools().exists()


def lock_in_the_order_asked(gate, pks):
    """The guard taken away: one lock after the other, as the buyer named them."""
    locked = []
    for pk in pks:
        locked += Pool.objects.select_for_update(no_key=True).filter(pk=pk)
        if len(locked) == 1:
            gate.wait()
    return locked


@pytest.mark.promise(36)
def test_locks_in_any_other_order_deadlock(own_database, monkeypatch, soak):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite lets one writer in at a time: there is no second lock to wait for.")
    monkeypatch.setattr(actions, "lock_pools", partial(lock_in_the_order_asked, Barrier(2)))
    one, two = actions.open_pool("listing:1", 99), actions.open_pool("listing:2", 99)

    def deadlocks(number):
        orders = enumerate([[(one, 1), (two, 1)], [(two, 1), (one, 1)]])
        takes = [partial(actions.take, t, for_ref=f"o:{number}:{n}", until=now() + SOON) for n, t in orders]
        return any(isinstance(answer, TryAgain) for answer in race(*takes))

    times = 10 if soak else 3  # PostgreSQL looks for a deadlock after a second
    assert breaks(deadlocks, times) >= 0.9 * times


@pytest.mark.promise(36)
def test_who_cannot_have_the_lock_is_told_to_try_again_within_three_seconds(own_database):
    pool = actions.open_pool("listing:1", 5)
    holding, let_go = Lock(), Lock()
    holding.acquire(), let_go.acquire()

    @actions.patience()
    def hold_the_pool():
        actions.lock_pools([pool.pk])
        holding.release()
        let_go.acquire()

    def other():
        hold_the_pool()
        connections.close_all()

    other = Thread(target=other)
    other.start()
    holding.acquire()
    if connection.vendor == "sqlite":
        connection.cursor().execute("PRAGMA busy_timeout = 3000")
    began = now()
    with pytest.raises(TryAgain):
        actions.take([(pool, 1)], for_ref="order:1", until=began + SOON)
    waited = (now() - began).total_seconds()
    let_go.release()
    other.join()

    assert 2.9 <= waited <= 4
    assert Hold.objects.count() == 0
    actions.take([(pool, 1)], for_ref="order:1", until=began + SOON)
