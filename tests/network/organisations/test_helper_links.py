"""An owner lets one person help her, by a link that works once."""

import re
from datetime import timedelta
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from network.clock import moved
from network.organisations.actions import add_member, end_membership, grant_delegate, helper_links
from network.organisations.actions.helper_links import make_helper_link, take_up_helping
from network.organisations.exceptions import InvitationEnded
from network.organisations.models import Delegate, HelperLink
from network.people.models import Message
from tests.network.organisations.factories import create_organisation
from tests.network.people.factories import create_person, sign_in_as
from tests.races import breaks, race

NEW = "/desk/helpers/new/"


@pytest.fixture
def owner(db):
    return create_person(first_name="สมใจ")


@pytest.fixture
def organisation(owner):
    return create_organisation(owner=owner)


def ended(token, person):
    with pytest.raises(InvitationEnded) as why:
        take_up_helping(token, by=person)
    return why.value.reason


def test_the_owner_shows_a_picture_and_whoever_opens_it_helps(client, owner, organisation):
    sign_in_as(client, owner)
    assert NEW in client.get("/desk/helpers/").content.decode()
    assert HelperLink.objects.count() == 0
    address = re.search(r'href="(http://testserver/th/members/help/[^"]+)"', client.post(NEW).content.decode())[1]

    phone, helper = Client(), create_person(first_name="ฟ้า")
    assert "/account/sign-in/?next=" in phone.get(address).url
    sign_in_as(phone, helper)
    asked = phone.get(address)
    assert "สมใจ" in asked.content.decode()
    assert asked["Referrer-Policy"] == "same-origin"
    assert not Delegate.objects.exists(), "looking changes nothing"
    assert phone.post(address).url == "/desk/"
    assert phone.get("/desk/").status_code == 200
    assert Delegate.objects.get(user=helper, organisation=organisation).granted_by == owner
    assert Message.objects.filter(user=owner, template="organisations/messages/delegate").count() == 1

    other = Client()
    sign_in_as(other, create_person())
    assert other.post(address).status_code == 410
    assert other.get("/th/members/help/nothing/").status_code == 404
    assert client.get(address).status_code == 410
    assert Delegate.objects.count() == 1
    assert phone.get(NEW).status_code == 403, "a helper asks nobody else in"


def test_a_link_ends_with_its_days_its_follower_and_its_owner(owner, organisation):
    helper = create_person()
    first, second = make_helper_link(organisation, by=owner), make_helper_link(organisation, by=owner)
    assert ended(first, helper) == "expired"
    with moved(timedelta(days=3, minutes=1)):
        assert ended(second, helper) == "expired"
    with pytest.raises(ValueError, match="already"):
        take_up_helping(second, by=owner)
    add_member(organisation, create_person(), role="owner")
    end_membership(organisation.memberships.get(user=owner))
    assert ended(second, helper) == "powerless"
    assert not Delegate.objects.exists()


def test_nobody_but_an_owner_makes_one(owner, organisation):
    helper, colleague = create_person(), create_person()
    grant_delegate(organisation, helper, by=owner)
    add_member(organisation, colleague, role="colleague")
    for person in (helper, colleague, create_person()):
        with pytest.raises(PermissionDenied):
            make_helper_link(organisation, by=person)


def helpers_of_one_link(_number):
    owner = create_person()
    organisation, rivals = create_organisation(owner=owner), [create_person() for _ in range(3)]
    token = make_helper_link(organisation, by=owner)
    race(*[partial(take_up_helping, token, by=rival) for rival in rivals])
    return organisation.delegates.standing().count()


def test_of_many_who_tap_at_once_one_helps(own_database, monkeypatch):
    assert {helpers_of_one_link(number) for number in range(2)} == {1}
    look = helper_links.look_at_helper_link
    monkeypatch.setattr(helper_links, "GUARDED", False)
    monkeypatch.setattr(helper_links, "look_at_helper_link", lambda token: look_as_if_unused(look, token))
    assert breaks(lambda number: helpers_of_one_link(number) > 1) >= 9


def look_as_if_unused(look, token):
    """As all see it who look before anybody has tapped."""
    try:
        return look(token)
    except InvitationEnded as over:
        return over.invitation
