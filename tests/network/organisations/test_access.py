from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest

from network import clock
from network.organisations.access import act_for, acting_for, has_role
from network.organisations.actions import (
    end_membership,
    grant_delegate,
    grant_role,
    log_deed,
    revoke_delegate,
    withdraw_role,
)
from network.organisations.models import DelegateLog
from network.people.models import User
from tests.network.organisations.factories import create_organisation
from tests.network.people.factories import create_person

pytestmark = pytest.mark.django_db


def request_of(person, session=None):
    """A fresh request, as the next one of the same session would be."""
    request = HttpRequest()
    request.user, request.session = person, session or SessionStore()
    return request


def test_no_network_role_includes_another(django_assert_num_queries):
    person = create_person()
    grant_role(person, "coordinator")
    grant_role(person, "coordinator")

    with django_assert_num_queries(1):
        assert has_role(person, "coordinator")
        assert has_role(person, "treasurer", "coordinator")
        assert not has_role(person, "treasurer", "admin")
    assert not has_role(AnonymousUser(), "coordinator")


def test_a_superuser_is_an_admin_and_no_treasurer():
    boss = create_person(is_superuser=True)

    assert has_role(boss, "admin")
    assert not has_role(boss, "treasurer")


def test_a_role_withdrawn_is_lost_at_once():
    person = create_person()
    grant_role(person, "treasurer")
    assert has_role(person, "treasurer")

    withdraw_role(person, "treasurer")

    assert not has_role(person, "treasurer")
    assert not has_role(User.objects.get(), "treasurer")


def test_a_closed_account_holds_no_role():
    person = create_person()
    grant_role(person, "treasurer")
    person.is_active = False

    assert not has_role(person, "treasurer")


def test_the_only_organisation_is_the_one_acted_for():
    owner = create_person()
    own = create_organisation(owner=owner)

    assert acting_for(request_of(owner)) == own
    assert acting_for(request_of(create_person())) is None
    assert acting_for(request_of(AnonymousUser())) is None


def test_of_several_one_is_picked_and_the_session_remembers():
    owner = create_person()
    create_organisation(owner=owner)
    second = create_organisation(owner=owner)
    request = request_of(owner)
    assert acting_for(request) is None

    act_for(request, second)

    assert acting_for(request) == second
    assert acting_for(request_of(owner, request.session)) == second


def test_nobody_acts_for_an_organisation_of_others():
    owner, other = create_person(), create_organisation()
    request = request_of(owner)

    with pytest.raises(PermissionError):
        act_for(request, other)
    request.session["acting_for"] = other.public_id
    assert acting_for(request_of(owner, request.session)) is None


def test_a_membership_that_ended_is_lost_with_the_next_request():
    owner = create_person()
    own = create_organisation(owner=create_person())
    membership = own.memberships.create(user=owner, role="colleague")
    request = request_of(owner)
    act_for(request, own)

    end_membership(membership)

    assert acting_for(request_of(owner, request.session)) is None


def test_a_delegate_acts_until_the_day_and_leaves_a_log():
    owner, student = create_person(), create_person()
    own = create_organisation(owner=owner)
    delegate = grant_delegate(own, student, by=owner, until=clock.now() + timedelta(days=30))
    assert acting_for(request_of(student)) == own

    log_deed(student, own, "ลงขายผ้าทอ", ref="listing:x")
    log_deed(owner, own, "ลงขายเอง")
    with clock.moved(timedelta(days=31)):
        assert acting_for(request_of(student)) is None
        assert log_deed(student, own, "สาย") is None

    assert [(deed.delegate, deed.deed, deed.ref) for deed in DelegateLog.objects.all()] == [
        (delegate, "ลงขายผ้าทอ", "listing:x")
    ]


def test_granting_twice_is_one_delegation_and_nobody_appoints_herself():
    owner, student = create_person(), create_person()
    own = create_organisation(owner=owner)

    first = grant_delegate(own, student, by=owner)
    assert grant_delegate(own, student, by=owner) == first
    with pytest.raises(ValueError, match="herself"):
        grant_delegate(own, student, by=student)
    revoke_delegate(first, by=owner)
    assert grant_delegate(own, student, by=owner) != first
    assert own.delegates.count() == 2
