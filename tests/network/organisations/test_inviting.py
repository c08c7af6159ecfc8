"""Invitations: whom a coordinator asks, who may accept, and that it is accepted once."""

import re
from datetime import timedelta
from functools import partial

import pytest
from django.contrib.auth import get_user
from django.test import Client, override_settings

from network import clock
from network.organisations.actions import (
    accept_invitation,
    ask_again,
    grant_delegate,
    invite_organisation,
    withdraw_invitation,
    withdraw_role,
)
from network.organisations.exceptions import HelperCannotOwn, InvitationEnded
from network.organisations.invitation_links import path_of
from network.organisations.models import Invitation, Membership, Organisation
from network.organisations.models.invitation import InvitationQuerySet
from network.outbox.testing import drain
from network.people.models import Message, User
from network.words.public_ids import new_public_id
from tests.marketplace.factories import create_district
from tests.network.organisations.factories import create_coordinator
from tests.network.people.factories import create_person, sign_in_as
from tests.races import race

ASKED = {"name": "กลุ่มกล้วยทับบ้านดอน", "kind": Organisation.Kind.COMMUNITY_ENTERPRISE}


def create_invitation(by=None, **asked):
    by = by or create_coordinator(first_name="อารีย์")
    return invite_organisation(by=by, **{**ASKED, "district": create_district(), **asked})


def owners(organisation):
    standing = organisation.memberships.standing().filter(role=Membership.Role.OWNER)
    return [membership.user for membership in standing]


def type_the_code(client, path):
    """Ask for a code on the invitation's page and type what was sent."""
    client.post(path)
    drain()
    code = re.search(r"\d{6}", Message.objects.filter(template="people/messages/code").latest("pk").body)[0]
    return client.post(f"{path}code/", {"code": code})


@pytest.mark.django_db
def test_the_one_who_is_asked_proves_her_phone_by_a_code_and_answers_for_the_group(client):
    invitation = create_invitation(contact="+66812345678", person_name="สมใจ")
    path = path_of(invitation)
    drain()
    assert path in Message.objects.get(to="+66812345678").body

    page = client.get(path).content.decode()
    assert "กลุ่มกล้วยทับบ้านดอน" in page
    assert "อารีย์" in page
    assert "081 ••• ••78" in page
    assert "812345678" not in page
    assert type_the_code(client, path).url == path
    assert owners(invitation.organisation) == []
    answer = client.post(path)

    person = User.objects.get(phone="+66812345678")
    assert (answer.url, get_user(client), person.phone_verified, person.first_name) == (
        "/desk/steps/",
        person,
        True,
        "สมใจ",
    )
    assert owners(invitation.organisation) == [person]
    assert client.get("/desk/").context["request"].organisation == invitation.organisation
    drain()
    assert "สมใจ" in Message.objects.get(user=invitation.invited_by).body


@pytest.mark.django_db
def test_a_forwarded_link_opens_nothing_for_somebody_else(client):
    invitation = create_invitation(contact="+66812345678")
    path = path_of(invitation)
    stranger = create_person(phone="+66899999999", phone_verified=True)
    sign_in_as(client, stranger)

    page = client.post(path)  # asks for a code, which goes to the one who was invited
    assert page.url == f"{path}code/"
    assert client.post(f"{path}code/", {"code": "000000"}).status_code == 200
    drain()

    assert set(Message.objects.filter(template="people/messages/code").values_list("to", flat=True)) == {"+66812345678"}
    assert "ส่งลิงก์ต่อมาให้คุณ" in client.get(path).content.decode()
    assert owners(invitation.organisation) == []
    assert Invitation.objects.get().accepted_at is None


@pytest.mark.django_db
def test_who_has_an_account_already_stays_herself_and_shows_that_the_phone_is_hers_too(client):
    invitation = create_invitation(contact="+66812345678")
    person = create_person()
    sign_in_as(client, person)

    type_the_code(client, path_of(invitation))
    client.post(path_of(invitation))

    assert owners(invitation.organisation) == [person]


@pytest.mark.django_db
def test_a_phone_that_was_only_written_down_proves_nothing(client):
    invitation = create_invitation(contact="+66812345678")
    person = create_person(phone="+66812345678")
    client.force_login(person)

    assert client.post(path_of(invitation)).url.endswith("/code/")
    assert owners(invitation.organisation) == []


@pytest.mark.django_db
def test_without_a_contact_the_first_who_signs_in_may_accept_and_the_next_may_not(client):
    invitation = create_invitation(line_id="somjai.k")
    path = path_of(invitation)
    assert "/account/sign-in/" in client.get(path).content.decode()
    assert client.post(path).status_code == 200
    first, second = create_person(first_name="สมใจ"), create_person()
    late = Client()
    sign_in_as(client, first)
    sign_in_as(late, second)

    client.post(path)
    refused = late.post(path)

    assert refused.status_code == 410
    assert "คำชวนนี้ถูกใช้ไปแล้ว" in refused.content.decode()
    assert owners(invitation.organisation) == [first]


@pytest.mark.django_db
def test_who_accepted_already_is_led_to_her_desk(client):
    invitation = create_invitation()
    person = create_person()
    sign_in_as(client, person)

    answers = [client.post(path_of(invitation)), client.post(path_of(invitation)), client.get(path_of(invitation))]

    assert [answer.url for answer in answers] == ["/desk/steps/"] * 3
    assert Membership.objects.count() == 1
    drain()
    assert Message.objects.filter(template="organisations/messages/accepted").count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("reason", ["expired", "withdrawn", "powerless", "unknown"])
def test_what_has_ended_says_so_and_makes_nobody_an_owner(client, reason):
    invitation = create_invitation()
    path = path_of(invitation)
    sign_in_as(client, create_person())
    if reason == "withdrawn":
        assert withdraw_invitation(invitation, by=invitation.invited_by) is True
    if reason == "powerless":
        withdraw_role(invitation.invited_by, "coordinator")
    if reason == "unknown":
        path = "/th/members/invitation/bcdfghjkmnpqrstvwxz/"

    with clock.moved(timedelta(days=31 if reason == "expired" else 0)):
        answer = client.post(path)

    assert (answer.status_code, answer.context["reason"]) == (404 if reason == "unknown" else 410, reason)
    assert owners(invitation.organisation) == []


@pytest.mark.django_db
def test_sent_again_an_open_invitation_keeps_its_card_and_an_ended_one_gets_a_fresh_link():
    invitation = create_invitation()
    path = path_of(invitation)
    assert ask_again(invitation, by=invitation.invited_by)
    assert path_of(invitation) == path

    withdraw_invitation(invitation, by=invitation.invited_by)
    assert ask_again(invitation, by=invitation.invited_by)

    assert invitation.state == Invitation.State.OPEN
    assert path_of(invitation) != path
    assert Client().get(path).status_code == 404
    assert Client().get(path_of(invitation)).status_code == 200


@pytest.mark.django_db
def test_a_printed_card_goes_on_working_after_the_secret_key_was_changed():
    path = path_of(create_invitation())

    with override_settings(SECRET_KEY="another one altogether"):
        assert Client().get(path).status_code == 200


@pytest.mark.django_db
def test_the_database_alone_opens_nothing():
    invitation = create_invitation()
    token = path_of(invitation).split("/")[-2]

    kept = [str(value) for value in Invitation.objects.values().get().values()]

    assert not any(token in value for value in kept)


@pytest.mark.django_db
def test_a_helper_hands_the_link_on_and_cannot_keep_the_shop(client):
    invitation = create_invitation()
    helper = create_person()
    grant_delegate(invitation.organisation, helper, by=invitation.invited_by)
    sign_in_as(client, helper)

    assert client.post(path_of(invitation)).context["step"] == "helper"
    with pytest.raises(HelperCannotOwn):
        accept_invitation(invitation, by=helper)
    assert owners(invitation.organisation) == []


@pytest.mark.django_db
def test_one_form_sent_twice_is_one_invitation():
    by, public_id = create_coordinator(), new_public_id()

    first, second = (create_invitation(by=by, public_id=public_id) for _press in range(2))

    assert first == second
    assert (Organisation.objects.count(), Invitation.objects.count()) == (1, 1)


def eight_accept(number):
    """Eight people open one card at once; how many became owners."""
    invitation = create_invitation(name=f"กลุ่ม {number}")
    answers = race(*[partial(accept_invitation, invitation, by=create_person()) for _person in range(8)])
    assert {type(answer) for answer in answers} <= {Membership, InvitationEnded}
    return len(owners(invitation.organisation))


def test_of_eight_who_accept_at_once_one_becomes_the_owner(own_database):
    assert {eight_accept(number) for number in range(3)} == {1}


def test_without_the_conditional_update_a_rival_becomes_owner_too(own_database, monkeypatch):
    """The rival accepts in the window between the look and the update."""
    invitation, first, rival = create_invitation(), create_person(), create_person()
    accept_invitation(invitation, by=first)
    with pytest.raises(InvitationEnded):
        accept_invitation(invitation, by=rival)
    assert owners(invitation.organisation) == [first]

    monkeypatch.setattr(InvitationQuerySet, "open", lambda self, at=None: self.all())
    accept_invitation(invitation, by=rival)

    assert owners(invitation.organisation) == [first, rival]
