"""The person beside a producer begins her shop as her delegate, and hands it over: one picture, one tap."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from network.organisations.access import delegation_of, is_member
from network.organisations.actions import (
    add_member,
    appoint_helper,
    grant_delegate,
    hand_over,
    revoke_delegate,
    stand_in,
    take_over,
)
from network.organisations.exceptions import CannotHandOver, InvitationEnded, StandInRefused
from network.organisations.models import Delegate, DelegateLog
from network.outbox.testing import drain
from network.people.actions.passes import PassEnded, make_pass
from network.people.contacts import Contact
from network.people.models import Message, User
from tests.network.organisations.factories import create_coordinator, create_organisation
from tests.network.organisations.test_inviting import create_invitation, owners
from tests.network.people.factories import create_person, create_person_without_email

pytestmark = pytest.mark.django_db
HERS = Contact("sms", "+66812345678")


def test_a_coordinator_stands_in_until_somebody_answers_and_it_is_written_down():
    invitation = create_invitation()
    coordinator = invitation.invited_by

    first, second = (stand_in(invitation.organisation, by=coordinator) for _press in range(2))

    assert first == second
    assert first.until is not None
    assert delegation_of(coordinator, invitation.organisation) == first
    assert [deed.deed for deed in DelegateLog.objects.all()] == ["began to help"]


def test_another_coordinator_may_let_her_stay():
    invitation = create_invitation()
    delegate = stand_in(invitation.organisation, by=invitation.invited_by)
    other = create_coordinator()

    assert grant_delegate(invitation.organisation, invitation.invited_by, by=other) == delegate

    delegate.refresh_from_db()
    assert (delegate.until, delegate.granted_by) == (None, other)


def test_nobody_stands_in_for_an_organisation_that_has_an_owner_and_nobody_but_a_coordinator_does():
    own = create_organisation(owner=create_person())

    for organisation, person in [(own, create_coordinator()), (create_organisation(), create_person())]:
        with pytest.raises(StandInRefused):
            stand_in(organisation, by=person)
    assert Delegate.objects.count() == 0


def test_the_database_lets_nobody_give_herself_lasting_power():
    person = create_coordinator()

    with pytest.raises(IntegrityError), transaction.atomic():
        Delegate.objects.create(organisation=create_organisation(), user=person, granted_by=person)


def test_who_helped_hands_over_and_the_producer_owns_it_once():
    invitation = create_invitation(contact=HERS.address, person_name="สมใจ")
    organisation = invitation.organisation
    helper = appoint_helper(
        organisation, contact=Contact("email", "student@example.org"), by=invitation.invited_by, first_name="ฟ้า"
    ).user

    person, token = hand_over(organisation, by=helper)
    assert owners(organisation) == []
    assert take_over(organisation, token) == person

    assert (person.phone, person.first_name) == (HERS.address, "สมใจ")
    assert owners(organisation) == [person]
    assert delegation_of(helper, organisation) is not None
    assert [deed.deed for deed in DelegateLog.objects.all()] == ["handed the shop over"]
    with pytest.raises(PassEnded):
        take_over(organisation, token)


def test_where_nobody_was_named_the_card_becomes_hers_who_is_met():
    invitation = create_invitation(line_id="somjai.k")
    with pytest.raises(CannotHandOver, match="nobody"):
        hand_over(invitation.organisation, by=invitation.invited_by)

    person, token = hand_over(invitation.organisation, by=invitation.invited_by, contact=HERS)
    take_over(invitation.organisation, token)

    invitation.refresh_from_db()
    assert (invitation.contact, invitation.line_id, invitation.accepted_by) == (HERS.address, "", person)


def test_a_pass_into_one_account_does_not_open_somebody_elses_shop():
    invitation = create_invitation(contact=HERS.address)
    other = create_person_without_email()
    _made, token = make_pass(other, by=create_coordinator())

    with pytest.raises(InvitationEnded):
        take_over(invitation.organisation, token)

    assert owners(invitation.organisation) == []
    assert other.sign_in_passes.get().used_at is None


def test_a_helper_never_walks_into_an_account_that_can_open_itself():
    invitation = create_invitation(contact="nok@example.org")
    helper, organisation = create_person(), invitation.organisation
    grant_delegate(organisation, helper, by=invitation.invited_by)
    buyer = create_person(email="nok@example.org")

    for by in (helper, invitation.invited_by):
        with pytest.raises(CannotHandOver, match="herself"):
            hand_over(organisation, by=by)

    assert buyer.sign_in_passes.count() == 0


def test_a_helper_lets_nobody_in_a_second_time_and_a_coordinator_may():
    invitation = create_invitation(contact=HERS.address)
    organisation, helper = invitation.organisation, create_person()
    grant_delegate(organisation, helper, by=invitation.invited_by)
    person, token = hand_over(organisation, by=helper)
    take_over(organisation, token)
    User.objects.filter(pk=person.pk).update(last_login=invitation.invited_at)

    with pytest.raises(CannotHandOver, match="herself"):
        hand_over(organisation, by=helper)
    assert hand_over(organisation, by=invitation.invited_by)[0] == person


@pytest.mark.parametrize("stranger", ["nobody", "revoked"])
def test_who_does_not_help_there_hands_nothing_over(stranger):
    invitation = create_invitation(contact=HERS.address)
    person = create_person()
    if stranger == "revoked":
        revoke_delegate(grant_delegate(invitation.organisation, person, by=invitation.invited_by), by=create_person())

    with pytest.raises(CannotHandOver):
        hand_over(invitation.organisation, by=person)


def test_an_owner_hears_of_a_delegate():
    owner = create_person(email="owner@example.org")
    own = create_organisation("กลุ่มทอผ้า", owner=owner)

    for _press in range(2):
        grant_delegate(own, create_or_get("fah@example.org"), by=create_coordinator())
    drain()

    [told] = Message.objects.filter(user=owner)
    assert "/desk/helpers/" in told.body


def create_or_get(email):
    return User.objects.filter(email=email).first() or create_person(email=email)


def test_one_tap_on_her_own_phone_and_she_is_in_her_shop(client):
    invitation = create_invitation(contact=HERS.address, person_name="สมใจ")
    organisation = invitation.organisation
    stand_in(organisation, by=invitation.invited_by)
    _person, token = hand_over(organisation, by=invitation.invited_by)
    path = reverse("organisations:handed_over", args=[organisation.public_id, token])

    look = client.get(path)
    assert "กลุ่มกล้วยทับบ้านดอน" in look.content.decode()
    assert owners(organisation) == []
    arrived = client.post(path, follow=True)

    page = arrived.content.decode()
    assert arrived.redirect_chain == [("/desk/helpers/", 302)]
    assert "เริ่มช่วย" in page
    assert "อารีย์" in page
    again = client.post(path)
    assert again.status_code == 410
    assert is_member(User.objects.get(phone=HERS.address), organisation, "owner")


def test_the_owner_ends_it_with_one_press_and_twice_is_once(client):
    owner, helper = create_person(), create_person()
    own = create_organisation(owner=owner)
    grant_delegate(own, helper, by=create_coordinator())
    add_member(own, colleague := create_person())
    address = reverse("desk:end_helper", args=[helper.public_id])

    client.force_login(colleague)
    assert client.post(address).status_code == 403
    assert delegation_of(helper, own) is not None
    client.force_login(owner)
    answers = [client.post(address).status_code for _press in range(2)]

    assert answers == [302, 404]
    assert delegation_of(helper, own) is None
    client.force_login(helper)
    assert client.get("/desk/helpers/").status_code == 403
