"""What happens when two browsers do the same at the same moment."""

import threading

import pytest
from django.db import IntegrityError, connections, transaction

from network.organisations.actions import end_membership
from network.organisations.actions import memberships as membership_actions
from network.organisations.actions.memberships import LastOwner
from network.people.actions import sign_in
from network.people.actions.sign_in import person_at
from network.people.contacts import Contact
from network.people.models import User
from tests.network.organisations.factories import create_organisation
from tests.network.people.factories import create_person

CONTACT = Contact("email", "new@example.org")


def at_once(*functions):
    """Run them together; what each returned or raised."""
    gate, results = threading.Barrier(len(functions)), [None] * len(functions)

    def run(place, function):
        gate.wait()
        try:
            results[place] = function()
        except Exception as error:
            results[place] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=item) for item in enumerate(functions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_a_new_contact_proved_in_six_browsers_is_one_person(own_database):
    people = at_once(*[lambda: person_at(CONTACT)] * 6)

    assert people == [User.objects.get()] * 6
    assert people[0].email_verified is True


@pytest.mark.django_db
def test_a_rival_who_comes_between_look_and_entry_is_found(monkeypatch):
    """And without a second look after the database refused, the later browser fails."""
    atomic = transaction.atomic

    def after_a_rival():
        monkeypatch.setattr(transaction, "atomic", atomic)
        User.objects.create_user(email=CONTACT.address)
        return atomic()

    monkeypatch.setattr(transaction, "atomic", after_a_rival)
    assert person_at(CONTACT) == User.objects.get()

    User.objects.all().delete()
    monkeypatch.setattr(transaction, "atomic", after_a_rival)
    monkeypatch.setattr(sign_in, "IntegrityError", ZeroDivisionError)
    with pytest.raises(IntegrityError):
        person_at(CONTACT)


def two_owners_leave():
    own = create_organisation(owner=create_person())
    own.memberships.create(user=create_person(), role="owner")
    ways = [lambda membership=membership: end_membership(membership) for membership in own.memberships.all()]
    return at_once(*ways), own.memberships.standing().count()


def test_of_two_owners_who_leave_at_once_one_stays(own_database):
    for _round in range(5):
        results, left = two_owners_leave()
        assert left == 1
        assert sum(isinstance(result, LastOwner) for result in results) == 1


@pytest.mark.django_db
def test_without_the_look_at_other_owners_nobody_would_stay(monkeypatch):
    monkeypatch.setattr(membership_actions, "has_other_owner", lambda membership: True)
    own = create_organisation(owner=create_person())

    end_membership(own.memberships.get())

    assert own.memberships.standing().count() == 0
