from datetime import UTC, datetime, time, timedelta

import pytest

from network import clock
from network.outbox import schedule
from network.outbox.models import Promise
from network.outbox.testing import drain, handled_by

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def kept(monkeypatch):
    """How often the topic `test.turn` was kept; nothing else is scheduled."""
    monkeypatch.setattr(schedule, "_schedules", {})
    turns = []
    with handled_by("test.turn", turns.append):
        yield turns


def test_each_turn_is_promised_once_however_many_look(kept):
    schedule.every("test.turn", minutes=5)
    with clock.frozen(NOON):
        assert [schedule.promise_turns() for _ in range(3)] == [1, 0, 0]
        drain()
        with clock.moved(timedelta(minutes=4, seconds=59)):
            assert schedule.promise_turns() == 0
        with clock.moved(timedelta(minutes=5)):
            assert schedule.promise_turns() == 1
            drain()
    assert kept == [{}, {}]


def test_turns_that_nobody_kept_are_folded_into_the_latest(kept):
    schedule.every("test.turn", minutes=5)
    for minutes in (0, 5, 10, 600):
        with clock.frozen(NOON + timedelta(minutes=minutes)):
            assert schedule.promise_turns() == 1

    assert drain() == 1


def test_a_daily_turn_begins_by_the_province_s_clock(kept):
    schedule.every("test.turn", daily_at=time(3, 20))
    begins = datetime(2026, 11, 22, 20, 20, tzinfo=UTC)  # 03:20 in Bangkok
    with clock.frozen(begins - timedelta(seconds=1)):
        assert schedule.promise_turns() == 1  # yesterday's, which nobody promised
    with clock.frozen(begins):
        assert schedule.promise_turns() == 1
    with clock.frozen(begins + timedelta(hours=23)):
        assert schedule.promise_turns() == 0
    assert Promise.objects.count() == 2


@pytest.mark.parametrize("zone", ["Asia/Bangkok", "UTC", "Europe/Berlin", "America/Santiago"])
def test_every_day_has_one_turn_through_both_changes_of_summer_time(kept, settings, zone):
    settings.TIME_ZONE = zone
    daily = schedule.Daily(time(2, 30))
    hours = [datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(hours=hour) for hour in range(24 * 365)]

    turns = [daily.turn(hour) for hour in hours]

    assert turns == sorted(turns)
    assert all(turn <= hour for turn, hour in zip(turns, hours, strict=True))
    assert 365 <= len(set(turns)) <= 366


def test_a_clock_that_goes_back_promises_nothing_twice(kept):
    schedule.every("test.turn", minutes=5)
    with clock.frozen(NOON):
        schedule.promise_turns()
    with clock.frozen(NOON - timedelta(minutes=10)):
        assert schedule.promise_turns() == 0


def test_two_schedules_of_one_topic_are_refused(kept):
    schedule.every("test.turn", minutes=5)
    with pytest.raises(ValueError, match="twice"):
        schedule.every("test.turn", minutes=1)
