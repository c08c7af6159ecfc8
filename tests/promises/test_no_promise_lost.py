"""Promises 37 and 38: whatever is killed, no promise is lost and none has its effect twice."""

import os
import random
import signal
import time
from collections import Counter
from functools import partial
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from network.outbox import keeping
from network.outbox.actions import promise
from network.outbox.models import Promise
from network.outbox.runner import run_until_empty
from network.outbox.testing import handled_by
from tests.processes import children_of, in_a_process_of_its_own, wait_until
from tests.promises.effects import call_out, work, write_effect
from tests.races import breaks


class Runner:
    """The real command in a process of its own, with its workers."""

    def __init__(self, workers):
        self.wanted = workers
        self.pid = in_a_process_of_its_own(lambda: call_command("run_outbox", workers=workers))

    def workers(self):
        return children_of(self.pid)

    def is_whole(self):
        return len(self.workers()) == self.wanted

    def kill(self, *, with_workers=True):
        doomed = [self.pid, *(self.workers() if with_workers else [])]
        for pid in doomed:
            os.kill(pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)

    def end(self):
        os.kill(self.pid, signal.SIGTERM)
        assert os.waitpid(self.pid, 0)[1] == 0


def kill_now_and_then(kills, promises):
    """So many kills, spread over the keeping of so many promises: workers one by one, each twelfth time all of them."""
    runner, rng = Runner(workers=3), random.Random(37)
    for number in range(kills):
        wait_until(lambda n=number: Promise.objects.kept().count() >= promises * (n + 1) // (kills + 2))
        wait_until(runner.is_whole)
        if number % 12 == 6:
            runner.kill()
            runner = Runner(workers=3)
        else:
            os.kill(rng.choice(runner.workers()), signal.SIGKILL)
    return runner


@pytest.mark.promise(37)
@pytest.mark.promise(38)
def test_twelve_kills_in_three_hundred_promises_lose_and_double_none(effects, quick, tmp_path, soak):
    kills, promises = (200, 5000) if soak else (12, 300)
    calls = tmp_path / "calls"
    inside = handled_by("test.inside", work, lease=1)
    outside = handled_by("test.outside", partial(call_out, calls), outside=True, lease=1)
    with inside, outside:
        with transaction.atomic():
            for n in range(promises):
                promise("test.outside" if n % 3 == 0 else "test.inside", {"n": n})
        runner = kill_now_and_then(kills, promises)
        wait_until(lambda: not Promise.objects.unkept().exists())
        runner.end()

    assert Promise.objects.dead().count() == 0
    assert Promise.objects.filter(tries__gt=1).count() >= kills / 3  # or the kills hit nobody at work
    assert effects() == Counter(range(promises))
    called = {tuple(line.split()) for line in calls.read_text().splitlines()}  # again after a kill, by the same key
    assert len(called) == len({key for _n, key in called}) == len(range(0, promises, 3))


def die_at(moment):
    """A handler for a worker that kills itself at that moment; in its process everything may be bent."""
    mark, keep = keeping.mark_kept, keeping.keep_inside

    def then_die(function):
        def call(*args):
            function(*args)
            os.kill(os.getpid(), signal.SIGKILL)

        return call

    if moment == "marked":
        keeping.mark_kept = then_die(mark)
    elif moment == "kept":
        keeping.keep_inside = then_die(keep)
    return then_die(work) if moment == "worked" else work


def keep_and_be_killed(moment):
    """One worker keeps a promise and dies at that moment, a second finds what is left; the effects of it all."""
    with handled_by("test.inside", work, lease=0):
        made = promise("test.inside", {"n": 1})

        def first_worker():
            with handled_by("test.inside", die_at(moment), lease=0):
                keeping.keep_promise(made.pk)

        assert os.waitpid(in_a_process_of_its_own(first_worker), 0)[1] == signal.SIGKILL
        run_until_empty()
    assert Promise.objects.kept().filter(pk=made.pk).exists()


@pytest.mark.promise(38)
@pytest.mark.parametrize("moment", ["marked", "worked", "kept"])
def test_a_kill_between_any_two_steps_leaves_one_effect(effects, moment):
    keep_and_be_killed(moment)
    assert effects() == {1: 1}


@pytest.mark.promise(38)
def test_an_effect_outside_the_mark_s_transaction_is_doubled(effects, monkeypatch):
    """The twin: handler and mark each commit by themselves, and the worker dies between the two."""

    def keep_apart(promise, handler):
        handler.keep(promise.payload)
        keeping.mark_kept(promise)

    def doubles(_number):
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM effects")
        keep_and_be_killed("worked")
        return effects() == {1: 2}

    monkeypatch.setattr(keeping, "keep_inside", keep_apart)
    assert breaks(doubles) >= 9


@pytest.mark.promise(37)
def test_a_worker_asked_to_end_finishes_what_is_in_its_hands(effects, tmp_path):
    started = tmp_path / "started"

    def slow(payload):
        started.touch()
        time.sleep(1)
        write_effect(payload["n"])

    with handled_by("test.slow", slow):
        promise("test.slow", {"n": 1})
        promise("test.slow", {"n": 2})
        runner = Runner(workers=1)
        wait_until(started.exists)
        runner.end()

    assert effects() == {1: 1}
    assert Promise.objects.unkept().count() == 1


@pytest.mark.promise(37)
def test_workers_end_when_the_process_that_started_them_is_killed(effects):
    with handled_by("test.inside", work):
        runner = Runner(workers=2)
        wait_until(runner.is_whole)
        workers = runner.workers()
        runner.kill(with_workers=False)
        wait_until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in workers), seconds=10)


@pytest.mark.promise(28)
def test_one_poison_in_a_hundred_stops_no_other(effects, quick):
    def ninety_nine(payload):
        if payload["n"] == 13:
            raise ValueError
        write_effect(payload["n"])

    with handled_by("test.inside", ninety_nine):
        for n in range(100):
            promise("test.inside", {"n": n})
        wait_until(lambda: run_until_empty() == 0 and not Promise.objects.unkept().exists())

    assert effects() == Counter(set(range(100)) - {13})
    dead = Promise.objects.dead().get()
    assert (dead.payload, dead.tries) == ({"n": 13}, 8)
