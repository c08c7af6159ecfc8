import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from network.organisations.actions import (
    add_member,
    end_membership,
    grant_delegate,
    lift_suspension,
    revoke_delegate,
    suspend_organisation,
)
from network.organisations.actions.memberships import LastOwner
from network.organisations.models import Membership, Organisation, Suspension
from network.organisations.registration import check_registration_number
from network.places.actions import load_districts
from network.places.models import District
from tests.network.organisations.factories import create_organisation
from tests.network.people.factories import create_person

pytestmark = pytest.mark.django_db


def test_a_person_manages_what_she_belongs_to_and_nothing_else():
    owner, stranger = create_person(), create_person()
    own, other = create_organisation(owner=owner), create_organisation()

    assert list(Organisation.objects.managed_by(owner)) == [own]
    assert list(Organisation.objects.managed_by(stranger)) == []
    assert list(Organisation.objects.managed_by(AnonymousUser())) == []
    assert list(Organisation.objects.managed_by(owner, roles=["host"])) == []
    assert set(Organisation.objects.visible_to(AnonymousUser())) == {own, other}


def test_with_two_roles_an_organisation_stands_in_the_list_once():
    person = create_person()
    own = create_organisation(owner=person)
    add_member(own, person, role="host")
    grant_delegate(own, person, by=create_person())

    assert list(Organisation.objects.managed_by(person)) == [own]


def test_who_left_and_who_is_closed_manage_nothing():
    person, owner = create_person(), create_person()
    own = create_organisation(owner=owner)
    membership = add_member(own, person)
    end_membership(membership)
    owner.is_active = False

    assert list(Organisation.objects.managed_by(person)) == []
    assert list(Organisation.objects.managed_by(owner)) == []


def test_a_suspended_organisation_is_seen_by_its_own_people_and_by_staff_only():
    owner, staff = create_person(), create_person(is_staff=True)
    own = create_organisation(owner=owner)
    suspend_organisation(own, by=staff, reason="ของไม่ตรงปก")
    suspend_organisation(own, by=staff, reason="อีกครั้ง")

    assert own.is_suspended
    assert Suspension.objects.count() == 1
    assert list(Organisation.objects.active()) == []
    assert list(Organisation.objects.visible_to(AnonymousUser())) == []
    assert list(Organisation.objects.visible_to(owner)) == [own]
    assert list(Organisation.objects.visible_to(staff)) == [own]
    lift_suspension(own, by=staff)
    assert list(Organisation.objects.visible_to(AnonymousUser())) == [own]


def test_the_last_owner_stays():
    first, second = create_person(), create_person()
    own = create_organisation(owner=first)
    with pytest.raises(LastOwner):
        end_membership(own.memberships.get())
    assert own.memberships.standing().count() == 1

    add_member(own, second, role="owner")
    end_membership(own.memberships.get(user=first))
    assert [membership.user for membership in own.memberships.standing()] == [second]


def test_a_role_is_held_once_at_a_time():
    person = create_person()
    own = create_organisation()

    assert add_member(own, person) == add_member(own, person)
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(organisation=own, user=person)
    end_membership(own.memberships.get())
    add_member(own, person)
    assert own.memberships.count() == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"latitude": "7.1"},
        {"longitude": "100.6"},
        {"latitude": "91", "longitude": "100"},
        {"latitude": "7", "longitude": "181"},
        {"is_fictional": True, "registration_number": "0999999999991"},
    ],
)
def test_the_database_refuses_half_positions_and_inventions_with_numbers(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        create_organisation(**wrong)
    assert Organisation.objects.count() == 0


def test_two_never_share_a_registration_number():
    create_organisation(legal_form="company", registration_number="0999999999991")

    with pytest.raises(IntegrityError), transaction.atomic():
        create_organisation(legal_form="company", registration_number="0999999999991")
    assert Organisation.objects.count() == 1


@pytest.mark.parametrize(
    ("written", "form", "kept"),
    [
        ("", "company", ""),
        ("0-9999-99999-99-1", "company", "0999999999991"),
        ("๐๙๙๙๙๙๙๙๙๙๙๙๑", "foundation", "0999999999991"),
        ("2-90-11-01/1-0001", "community-enterprise", "2-90-11-01/1-0001"),
        ("กท 123", "foundation", "กท 123"),
    ],
)
def test_a_registration_number_is_kept_as_its_form_has_it(written, form, kept):
    assert check_registration_number(written, form) == kept


@pytest.mark.parametrize(
    ("written", "form"),
    [("0999999999992", "company"), ("12345", "company"), ("1234567890123", "foundation"), ("99", "individual")],
)
def test_a_false_number_is_refused_in_words(written, form):
    with pytest.raises(ValidationError) as refused:
        check_registration_number(written, form)
    assert list(refused.value.message_dict) == ["registration_number"]


def test_a_sub_district_lies_in_its_district():
    load_districts("90")
    hat_yai, chana = District.objects.get(slug="hat-yai"), District.objects.get(slug="chana")
    organisation = create_organisation(district=hat_yai)
    organisation.subdistrict = chana.subdistricts.first()

    with pytest.raises(ValidationError):
        organisation.full_clean()
    organisation.subdistrict = hat_yai.subdistricts.first()
    organisation.full_clean()


def test_a_revoked_delegate_lost_it_and_the_log_stays():
    owner, student = create_person(), create_person()
    own = create_organisation(owner=owner)
    delegate = grant_delegate(own, student, by=owner)
    assert list(Organisation.objects.managed_by(student)) == [own]

    first = revoke_delegate(delegate, by=owner).revoked_at
    assert list(Organisation.objects.managed_by(student)) == []
    assert revoke_delegate(delegate, by=student).revoked_at == first
    assert delegate.revoked_by == owner
