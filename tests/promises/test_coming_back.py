"""Promises 50 and 52: coming back tells strangers nothing, and is done once."""

from datetime import timedelta
from functools import partial

import pytest
from django.test import Client

from network import clock
from network.locks import TryAgain
from network.organisations.actions import add_member
from network.organisations.actions import recovery as actions
from network.organisations.actions.recovery import RecoveryEnded, come_back
from network.organisations.models import Recovery
from network.people.models import User
from tests.network.organisations.coming_back import BACK, prove, three_friends, vouched_for
from tests.network.people.factories import create_person
from tests.races import breaks, race


def came_back_at_once(number=0, rivals=5):
    """So many browsers use the same recovery after the wait; how many believe that they are in."""
    recovery = vouched_for(*three_friends_named(number), contact=f"new{number}@example.org")
    with clock.moved(timedelta(hours=24)):
        answers = race(*[partial(come_back, again(recovery)) for _browser in range(rivals)])
    assert {type(answer) for answer in answers} <= {User, RecoveryEnded, TryAgain}, answers
    return sum(isinstance(answer, User) for answer in answers), recovery


def three_friends_named(number):
    fah, *friends = three_friends()
    fah.email = f"fah{number}@example.org"
    fah.save()
    return fah, *friends


def again(recovery):
    return Recovery.objects.get(pk=recovery.pk)


@pytest.mark.promise(52)
@pytest.mark.usefixtures("own_database")
def test_of_many_browsers_at_once_one_comes_back(soak):
    for number in range(20 if soak else 3):
        came_in, recovery = came_back_at_once(number)
        assert came_in == 1
        assert recovery.steps.filter(deed="used").count() == 1


@pytest.mark.promise(52)
@pytest.mark.usefixtures("own_database")
def test_without_the_guard_several_come_back(monkeypatch):
    monkeypatch.setattr(actions, "GUARDED", False)

    assert breaks(lambda number: came_back_at_once(number, rivals=3)[0] > 1) >= 9


def vouched_at_once(number=0, rivals=4):
    """One has vouched; so many others of the group do at the same moment. How many times everybody was told."""
    fah, first, *_others = three_friends_named(number)
    group = fah.memberships.get().organisation
    others = [create_person() for _rival in range(rivals)]
    for person in others:
        add_member(group, person, at=clock.now() - timedelta(days=30))
    recovery = vouched_for(fah, first, contact=f"new{number}@example.org")
    answers = race(*[partial(actions.vouch, again(recovery), by=person) for person in others])
    assert {type(answer) for answer in answers} <= {Recovery, RecoveryEnded, TryAgain}, answers
    return recovery.steps.filter(deed="told").count(), recovery


@pytest.mark.promise(52)
@pytest.mark.usefixtures("own_database")
def test_of_many_who_vouch_at_once_one_is_the_second(soak):
    for number in range(20 if soak else 2):
        told, recovery = vouched_at_once(number)
        assert told == 1
        assert recovery.steps.filter(deed="vouched").count() == 2


@pytest.mark.promise(52)
@pytest.mark.usefixtures("own_database")
def test_without_the_guard_several_are_the_second(monkeypatch):
    monkeypatch.setattr(actions, "GUARDED", False)

    assert breaks(lambda number: vouched_at_once(number, rivals=2)[0] > 1) >= 9


@pytest.mark.promise(50)
@pytest.mark.django_db
@pytest.mark.usefixtures("within_a_minute")
def test_asking_as_one_person_has_an_end_for_known_and_unknown_alike():
    fah, *_friends = three_friends()
    for meant in (fah.email, "nobody@example.org"):
        statuses = []
        for number in range(4):
            client = Client(REMOTE_ADDR=f"10.1.{number}.1")
            prove(client, f"n{number}-{meant}")
            statuses.append(client.post(f"{BACK}who/", {"old_contact": meant}).status_code)
        assert statuses == [302, 302, 302, 429]
