"""The month's last pushes, and one evening's digest, when many workers want them at the same moment."""

from functools import partial

import pytest
from django.db import transaction

from network.clock import now
from network.people.actions import line as actions
from network.people.actions.digests import DIGEST, write_digest
from network.people.contacts import Contact
from network.people.messages import TOPIC, tell
from network.people.models import LineMonth, Message
from tests.races import breaks, race

pytestmark = pytest.mark.usefixtures("own_database")


def take_the_last(_number, *, room=3, asking=6):
    """How many of six get one of three pushes."""
    LineMonth.objects.update(pushed=0, quota=room)
    waiting = [Message.objects.create(channel="line", to="U", template="x", language="en") for _ in range(asking)]
    won = race(*(partial(actions.take_push, message) for message in waiting))
    assert {*won} <= {True, False}, won
    assert LineMonth.objects.get().pushed == won.count(True)
    return won.count(True)


def test_no_more_is_pushed_than_the_month_allows_however_many_push_at_once(monkeypatch):
    LineMonth.at(now())
    assert {take_the_last(number) for number in range(3)} == {3}
    monkeypatch.setattr(actions, "GUARDED", False)
    assert breaks(lambda number: take_the_last(number) > 3) >= 9


def test_many_workers_write_one_digest():
    for piece in range(3):
        tell(Contact("line", "U-many"), "cms/messages/agreed", {"piece": piece})
    first = Message.objects.waiting().last().key
    written = race(*[partial(digest_in_a_transaction, first)] * 6)

    assert [type(one) for one in written].count(Message) == 1, written
    assert Message.objects.get(template=DIGEST).parts.count() == 3


def digest_in_a_transaction(first):
    with transaction.atomic():
        return write_digest(first, "2026-11-28", topic=TOPIC)
