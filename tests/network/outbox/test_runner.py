import os
import time

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, OperationalError, transaction

from network.clock import now
from network.outbox import actions, runner, schedule, wake
from network.outbox.actions import keep_now, promise
from network.outbox.models import Promise
from network.outbox.testing import handled_by
from tests.processes import in_a_process_of_its_own, wait_until


@pytest.fixture
def notes(own_database, monkeypatch):
    """What `test.note` was kept with; nothing is scheduled."""
    monkeypatch.setattr(schedule, "_schedules", {})
    seen = []
    with handled_by("test.note", seen.append):
        yield seen


def test_once_keeps_what_is_due_and_ends(notes, capsys):
    promise("test.note", {"n": 1})
    call_command("run_outbox", once=True)

    assert notes == [{"n": 1}]
    assert capsys.readouterr().out == "1 promises tried, 0 given up.\n"


def test_until_empty_waits_for_what_another_keeps(notes):
    made = promise("test.note", {"n": 1})
    Promise.objects.update(leased_by="another", leased_until=now())
    call_command("run_outbox", until_empty=True)

    made.refresh_from_db()
    assert made.kept_at is not None


def test_given_up_promises_make_it_end_with_one(notes):
    promise("test.note")
    Promise.objects.update(dead_at=now())
    with pytest.raises(CommandError) as ended:
        call_command("run_outbox", until_empty=True)
    assert ended.value.returncode == 1


def test_no_workers_are_refused(notes):
    with pytest.raises(CommandError, match="At least one"):
        call_command("run_outbox", workers=0)


def test_a_waiting_runner_keeps_a_new_promise_at_once(notes):
    pid = in_a_process_of_its_own(lambda: call_command("run_outbox"))
    time.sleep(0.5)
    began = time.monotonic()
    promise("test.note")
    wait_until(Promise.objects.kept().exists, seconds=5)
    took = time.monotonic() - began
    os.kill(pid, 15)

    assert os.waitpid(pid, 0)[1] == 0
    assert took < 0.9


def test_a_database_that_is_away_is_waited_for(notes, monkeypatch):
    away = iter([DatabaseError(), DatabaseError()])
    stopped = []
    monkeypatch.setattr(runner, "LONGEST_WAIT", 0.01)
    monkeypatch.setattr(runner.Stop, "__bool__", lambda stop: bool(stopped))

    def turns():
        if error := next(away, None):
            raise error
        stopped.append(True)

    monkeypatch.setattr(runner, "promise_turns", turns)
    runner.run()
    assert stopped == [True]


def test_without_a_broker_nobody_is_woken(notes, settings):
    settings.CELERY_BROKER_URL = ""
    promise("test.note")
    assert wake._messenger is None


def test_a_database_that_goes_away_right_after_the_commit_harms_nobody_who_committed(own_database, monkeypatch):
    """What was to be done at once is left to the workers; the request that promised it goes on."""

    def away(_pk):
        raise OperationalError

    monkeypatch.setattr(actions, "keep_promise", away)
    with handled_by("test.note", print), transaction.atomic():
        keep_now(promise("test.note"))
    assert Promise.objects.unkept().filter(topic="test.note").count() == 1
