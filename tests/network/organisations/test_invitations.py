import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from network.organisations.actions import end_membership, welcome_person
from network.organisations.models import Membership
from network.outbox.testing import drain
from network.people.contacts import Contact
from network.people.models import Message
from tests.network.organisations.factories import create_coordinator, create_organisation
from tests.network.people.factories import create_person, sign_in_as

pytestmark = pytest.mark.django_db

CONTACT = Contact("email", "fah@example.org")


@pytest.fixture
def owner():
    return create_person(first_name="วิภา")


@pytest.fixture
def own(owner):
    return create_organisation("กลุ่มทอผ้า", owner=owner)


@pytest.fixture
def invited(own, owner):
    """A person with an account of her own whom the owner would like to have, and the path she is sent."""
    person = create_person(email="fah@example.org", first_name="ฟ้า")
    assert welcome_person(own, contact=CONTACT, role="colleague", by=owner) is None
    drain()
    return person, re.search(r"/th/members/join/\S+", Message.objects.get(to="fah@example.org").body)[0]


def members(organisation):
    return {(membership.user, membership.role) for membership in organisation.memberships.standing()}


def test_somebody_with_an_account_is_asked_and_joins_by_her_own_hand(client, own, owner, invited):
    person, path = invited
    assert members(own) == {(owner, "owner")}
    assert client.get(path).url.startswith("/th/account/sign-in/?next=/th/members/join/")
    sign_in_as(client, person)

    assert "กลุ่มทอผ้า" in client.get(path).content.decode()
    assert members(own) == {(owner, "owner")}
    for _tap in range(2):
        client.post(path)

    assert members(own) == {(owner, "owner"), (person, "colleague")}
    assert Membership.objects.get(user=person).added_by == owner


def test_an_invitation_is_for_one_person_alone(client, own, owner, invited):
    _person, path = invited
    sign_in_as(client, create_person())

    assert client.post(path).status_code == 410
    assert members(own) == {(owner, "owner")}


def test_an_invitation_ends_after_a_fortnight(client, own, owner, invited):
    person, path = invited
    with time_machine.travel(datetime.now(UTC) + timedelta(days=15)):
        sign_in_as(client, person)
        assert client.post(path).status_code == 410

    assert members(own) == {(owner, "owner")}


def test_an_invitation_ends_with_the_power_of_who_made_it(client, own, owner, invited):
    person, path = invited
    other = create_person()
    own.memberships.create(user=other, role="owner")
    end_membership(own.memberships.get(user=owner))
    sign_in_as(client, person)

    assert client.post(path).status_code == 410
    assert members(own) == {(other, "owner")}


@pytest.mark.parametrize("token", ["x", "a:b:c", "é", "W10:1abc:xyz"])
def test_a_forged_invitation_is_explained(client, token):
    sign_in_as(client, create_person())

    assert client.post(f"/th/members/join/{token}/").status_code == 410
    assert Membership.objects.count() == 0


def test_a_coordinator_enters_whoever_there_is_and_leaves_her_name(own):
    person = create_person(email="fah@example.org", first_name="ฟ้า")

    found = welcome_person(own, contact=CONTACT, role="host", by=create_coordinator(), first_name="อื่น")

    assert (found, found.first_name) == (person, "ฟ้า")
    assert (person, "host") in members(own)
