import re

import pytest
from django.contrib.auth import get_user
from django.test import Client
from django.urls import reverse

from network.organisations.actions import add_member, end_membership, grant_role
from network.organisations.models import Membership
from network.organisations.passes import may_make_pass
from network.people.actions.second_factor import enrol_totp
from network.people.models import SignInPass, User
from tests.network.organisations.factories import create_coordinator, create_organisation
from tests.network.people.factories import create_person, create_person_without_email, sign_in_as

pytestmark = pytest.mark.django_db

PEOPLE = "/desk/members/"


def show_pass(client, person):
    return client.post(reverse("desk_members:pass", args=[person.public_id]))


@pytest.fixture
def coordinator(client):
    person = create_coordinator(first_name="วิภา")
    sign_in_as(client, person)
    return person


@pytest.fixture
def villager():
    person = create_person_without_email()
    add_member(create_organisation(), person)
    return person


def test_a_coordinator_shows_a_picture_and_the_villager_is_in(client, coordinator, villager):
    page = show_pass(client, villager).content.decode()
    address = re.search(r'href="http://testserver(/th/account/pass/[^"]+)"', page)[1]
    phone = Client()

    phone.get(address)
    answer = phone.post(address)

    assert "<svg" in page
    assert answer.url == "/desk/"
    assert get_user(phone) == villager
    assert phone.get("/desk/").status_code == 200
    assert SignInPass.objects.get().made_by == coordinator


def test_people_are_found_by_name_by_phone_as_they_are_written_and_by_their_group(client, coordinator, villager):
    create_person(first_name="ไม่เกี่ยว")

    for text in ["สมใจ", villager.phone.replace("+66", "0"), "ผ้าเกาะยอ", ""]:
        page = client.get(PEOPLE, {"q": text}).content.decode()
        assert "สมใจ" in page
        assert "ไม่เกี่ยว" not in page


def test_a_list_of_people_costs_the_same_for_one_and_for_twenty(
    client, coordinator, villager, django_assert_max_num_queries
):
    client.get(PEOPLE)
    for _number in range(20):
        add_member(create_organisation(), create_person_without_email())

    with django_assert_max_num_queries(18):
        client.get(PEOPLE)


def test_an_owner_helps_a_colleague_who_has_proved_no_contact(client, villager):
    owner = create_person()
    add_member(villager.memberships.get().organisation, owner, role="owner")
    sign_in_as(client, owner)

    assert show_pass(client, villager).status_code == 200


def test_an_owner_never_opens_an_account_that_can_open_itself(villager):
    owner = create_person()
    own = create_organisation(owner=owner)
    strangers = [
        create_person(),
        create_person(phone="+66815550001", phone_verified=True),
        create_person(line_uid="U1"),
    ]
    for stranger in strangers:
        add_member(own, stranger)
        assert may_make_pass(owner, stranger) is False

    elsewhere = create_person_without_email()
    add_member(own, elsewhere)
    add_member(create_organisation(), elsewhere)
    assert may_make_pass(owner, elsewhere) is False

    fellow = create_person_without_email()
    add_member(own, fellow, role="owner")
    assert may_make_pass(owner, fellow) is False
    assert may_make_pass(owner, owner) is False
    assert may_make_pass(owner, villager) is False


def test_a_pass_never_opens_an_account_that_works_for_the_network(client, coordinator):
    organisation = create_organisation()
    powerful = [create_person(is_staff=True), create_coordinator(), create_person_without_email()]
    grant_role(powerful[1], "treasurer")
    enrol_totp(powerful[2])
    for person in powerful:
        add_member(organisation, person)

        show_pass(client, person)

    assert SignInPass.objects.count() == 0


def test_a_coordinator_cannot_walk_into_the_account_of_a_buyer(client, coordinator):
    buyer = create_person()

    assert show_pass(client, buyer).status_code == 404
    assert SignInPass.objects.count() == 0


def test_a_former_member_is_out_of_reach(client, coordinator, villager):
    end_membership(villager.memberships.get())

    assert show_pass(client, villager).status_code == 404


@pytest.mark.parametrize("role", ["colleague", "host"])
def test_others_find_neither_the_list_nor_the_picture(client, villager, role):
    person = create_person()
    add_member(villager.memberships.get().organisation, person, role=role)
    sign_in_as(client, person)

    assert client.get(PEOPLE).status_code == 403
    assert show_pass(client, villager).status_code == 403
    assert SignInPass.objects.count() == 0


def test_strangers_are_asked_to_sign_in_first(client, villager):
    assert client.get(PEOPLE).url == f"/th/account/sign-in/?next={PEOPLE}"
    assert show_pass(client, villager).status_code == 302
    assert SignInPass.objects.count() == 0


def test_an_address_alone_makes_no_pass(client, coordinator, villager):
    assert client.get(reverse("desk_members:pass", args=[villager.public_id])).status_code == 405
    assert SignInPass.objects.count() == 0


def test_a_coordinator_adds_a_person_with_a_phone_alone(client, coordinator):
    organisation = create_organisation()
    data = {"organisation": organisation.slug, "first_name": "ยายนุ้ย", "contact": "081-555 0099", "role": "owner"}

    client.post("/desk/members/new/", data)
    client.post("/desk/members/new/", data)

    person = User.objects.get(phone="+66815550099")
    assert (person.first_name, person.email, person.phone_verified) == ("ยายนุ้ย", None, False)
    membership = Membership.objects.get(user=person)
    assert (membership.organisation, membership.role, membership.added_by) == (organisation, "owner", coordinator)


def test_an_owner_adds_people_to_her_own_organisation_only_and_no_owners(client):
    owner = create_person()
    own, other = create_organisation(owner=owner), create_organisation()
    sign_in_as(client, owner)
    data = {"first_name": "นุ้ย", "contact": "0815550098"}

    for wrong in [{"organisation": other.slug, "role": "colleague"}, {"organisation": own.slug, "role": "owner"}]:
        assert client.post("/desk/members/new/", data | wrong).status_code == 422
        assert not User.objects.filter(phone="+66815550098").exists()
    client.post("/desk/members/new/", data | {"organisation": own.slug, "role": "colleague"})

    assert Membership.objects.get(user__phone="+66815550098").organisation == own
