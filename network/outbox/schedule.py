"""What is to happen again and again: each turn becomes one promise, whoever looks, and however many look.

Registered beside the handlers, in each app's `promises.py`. The embedded runner and the sweep both call
`promise_turns()`. Turns missed while everything stood still are not made up for: only the latest is promised.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from network.clock import now

from .actions import promise
from .models import Turn

_schedules = {}


@dataclass(frozen=True)
class Every:
    """Turns at whole multiples of an interval."""

    interval: timedelta

    def turn(self, at):
        """When the turn began that the time `at` lies in."""
        epoch = datetime(1970, 1, 1, tzinfo=UTC)
        return epoch + (at - epoch) // self.interval * self.interval


@dataclass(frozen=True)
class Daily:
    """One turn a day, at a time of the province's own clock."""

    at_local: time

    def turn(self, at):
        local = at.astimezone(timezone.get_default_timezone())
        today = self.on(local.date())
        return today if today <= at else self.on(local.date() - timedelta(days=1))

    def on(self, day):
        return datetime.combine(day, self.at_local, timezone.get_default_timezone()).astimezone(UTC)


def every(topic, *, seconds=None, minutes=None, daily_at=None):
    """Promise the topic, without payload, once in every such interval, or every day at a local `time`."""
    if topic in _schedules:
        raise ValueError(f"{topic} is scheduled twice.")
    if daily_at is not None:
        _schedules[topic] = Daily(daily_at)
    else:
        _schedules[topic] = Every(timedelta(seconds=seconds or 0, minutes=minutes or 0))


def promise_turns():
    """Promise each turn that has begun and was not promised yet; returns how many."""
    at = now()
    turns = {topic: schedule.turn(at) for topic, schedule in _schedules.items()}
    promised = dict(Turn.objects.filter(topic__in=turns).values_list("topic", "began_at"))
    return sum(take_turn(topic, turn) for topic, turn in turns.items() if promised.get(topic) != turn)


def take_turn(topic, began_at):
    """Promise this turn unless somebody else did; a turn that waits unkept is folded into the next."""
    with transaction.atomic():
        Turn.objects.bulk_create([Turn(topic=topic, began_at=datetime.min.replace(tzinfo=UTC))], ignore_conflicts=True)
        won = Turn.objects.filter(topic=topic, began_at__lt=began_at).update(began_at=began_at)
        if won:
            promise(topic, key="turn")
    return won
