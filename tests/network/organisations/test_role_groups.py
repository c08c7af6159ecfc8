"""Each role has a group, through which Wagtail sees who holds it."""

import threading

import pytest
from django.contrib.auth.models import Group
from django.db import connections

from network.organisations.actions import grant_role, group_of, put_roles_into_groups, withdraw_role
from network.organisations.models import NetworkRole
from network.people.models import User
from tests.network.people.factories import create_person


def groups(person):
    return sorted(person.groups.values_list("name", flat=True))


@pytest.mark.django_db
def test_a_role_brings_its_group_and_takes_it_along():
    person = create_person()
    grant_role(person, "editor")
    grant_role(person, "editor")
    grant_role(person, "coordinator")
    assert groups(person) == ["role: coordinator", "role: editor"]

    withdraw_role(person, "editor")
    withdraw_role(person, "editor")
    assert groups(person) == ["role: coordinator"]


@pytest.mark.django_db
def test_a_role_that_does_not_exist_is_not_granted():
    person = create_person()
    with pytest.raises(ValueError, match="emperor"):
        grant_role(person, "emperor")
    assert not NetworkRole.objects.exists()
    assert groups(person) == []


@pytest.mark.django_db
def test_what_was_changed_by_hand_is_put_right():
    holder, stranger, former = create_person(), create_person(), create_person()
    grant_role(holder, "editor")
    grant_role(former, "editor")
    withdraw_role(former, "editor")
    own = Group.objects.create(name="friends")
    holder.groups.set([own])
    stranger.groups.set([own, group_of("editor"), group_of("treasurer")])

    put_roles_into_groups()

    assert groups(holder) == ["friends", "role: editor"]
    assert groups(stranger) == ["friends"]
    assert groups(former) == []


def test_a_grant_and_a_withdrawal_at_once_leave_role_and_group_alike(own_database):
    person = create_person()
    grant_role(person, "editor")

    def run(action):
        try:
            for _ in range(10):
                action(User.objects.get(pk=person.pk), "editor")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(action,)) for action in (grant_role, withdraw_role)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    standing = NetworkRole.objects.standing().filter(user=person).count()
    assert person.groups.count() == standing
