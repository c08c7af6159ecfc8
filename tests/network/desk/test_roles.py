"""An administrator says who works for the network; everybody else only sees that it is not hers to say."""

import pytest
from django.core import mail
from django.db import connection

from network.organisations.access import roles_of
from network.organisations.actions import give_role, grant_role, roles, take_role_back
from network.organisations.actions.roles import RoleRefused
from network.organisations.models import NetworkRole
from network.outbox.testing import drain
from network.people.models import Message, User
from tests.network.people.factories import create_person, sign_in_as
from tests.races import breaks, race

ROLES = "/desk/roles/"


def create_admin(**fields):
    person = create_person(**fields)
    grant_role(person, "admin")
    roles.give_rights(person, "admin")
    return person


@pytest.fixture
def admin(client):
    person = create_admin(first_name="อัฐ")
    sign_in_as(client, person)
    return person


def standing(person):
    held = NetworkRole.objects.standing().filter(user=person)
    return sorted(held.values_list("role", flat=True))


def flags(person):
    person.refresh_from_db()
    return person.is_staff, person.is_superuser


@pytest.mark.django_db
def test_a_role_is_given_told_and_taken_back(client, admin):
    person = create_person(email="noi@example.org", first_name="น้อย", language="th")
    assert client.post(ROLES, {"contact": " Noi@Example.org", "role": "treasurer"})["Location"] == ROLES
    assert (standing(person), flags(person)) == (["treasurer"], (True, False))
    given = NetworkRole.objects.get(user=person)
    assert given.granted_by == admin
    client.post(ROLES, {"contact": "noi@example.org", "role": "treasurer"})  # pressed twice
    assert NetworkRole.objects.filter(user=person).count() == 1
    [told] = Message.objects.filter(to="noi@example.org")
    page = client.get(ROLES).content.decode()
    assert "น้อย" in page

    end = f"{ROLES}{person.public_id}/treasurer/end/"
    assert client.get(end).status_code == 200
    assert standing(person) == ["treasurer"]  # looking ends nothing
    assert client.post(end)["Location"] == ROLES
    assert (standing(person), flags(person)) == ([], (False, False))
    given.refresh_from_db()
    assert given.ended_by == admin
    assert client.post(end).status_code == 404

    drain()
    subjects = [letter.subject for letter in mail.outbox]
    assert subjects == ["หน้าที่ใหม่ของคุณที่ชานชาลา: เหรัญญิก", "หน้าที่หนึ่งของคุณที่ชานชาลาสิ้นสุดแล้ว"]
    assert "อัฐ" in mail.outbox[0].body
    assert told.template == "organisations/messages/role_given"


@pytest.mark.django_db
def test_somebody_who_never_signed_in_is_entered_only_after_a_second_look(client, admin):
    asked = {"contact": "new@example.org", "role": "editor", "first_name": "ใหม่", "last_name": "มาก"}
    page = client.post(ROLES, asked)
    assert page.status_code == 422
    assert 'type="checkbox" name="sure"' in page.content.decode()
    assert not User.objects.filter(email="new@example.org").exists()

    client.post(ROLES, {**asked, "sure": "on"})
    person = User.objects.get(email="new@example.org")
    assert (str(person), standing(person), person.email_verified) == ("ใหม่ มาก", ["editor"], False)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "asked", [{"contact": "x@", "role": "editor"}, {"contact": "noi@example.org", "role": "emperor"}, {}]
)
def test_what_is_no_person_or_no_role_comes_back_with_what_was_typed(client, admin, asked):
    before = NetworkRole.objects.count()
    page = client.post(ROLES, {"sure": "on", **asked})
    assert page.status_code == 422
    assert asked.get("contact", "") in page.content.decode()
    assert NetworkRole.objects.count() == before


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["coordinator", "treasurer", "editor", "reviewer"])
def test_nobody_else_gives_roles(client, role):
    person = create_person()
    grant_role(person, role)
    sign_in_as(client, person)
    assert client.get(ROLES).status_code == 403
    assert client.post(ROLES, {"contact": person.email, "role": "admin", "sure": "on"}).status_code == 403
    assert standing(person) == [role]


@pytest.mark.django_db
def test_a_sign_in_of_long_ago_is_not_enough(client, admin):
    session = client.session
    session["account_authentication_methods"] = [
        {**method, "at": method["at"] - 3600} for method in session["account_authentication_methods"]
    ]
    session.save()
    person = create_person(email="noi@example.org")
    assert client.post(ROLES, {"contact": person.email, "role": "editor"}).status_code == 302
    assert standing(person) == []


@pytest.mark.django_db
def test_nobody_lets_herself_at_the_money_and_the_last_administrator_stays(client, admin):
    page = client.post(ROLES, {"contact": admin.email, "role": "treasurer"})
    assert page.status_code == 422
    client.post(ROLES, {"contact": admin.email, "role": "editor"})
    client.post(f"{ROLES}{admin.public_id}/admin/end/")
    assert (standing(admin), flags(admin)) == (["admin", "editor"], (True, True))

    other = create_admin()
    give_role(admin, "treasurer", by=other)
    client.post(f"{ROLES}{admin.public_id}/admin/end/")
    assert (standing(admin), flags(admin)) == (["editor", "treasurer"], (True, False))
    assert client.get(ROLES).status_code == 403
    with pytest.raises(RoleRefused):
        take_role_back(other, "admin", by=other)


@pytest.mark.django_db
def test_an_administrator_who_cannot_sign_in_does_not_count(admin):
    closed = create_admin(is_active=False)
    with pytest.raises(RoleRefused):
        take_role_back(admin, "admin", by=admin)
    assert standing(closed) == ["admin"]
    with pytest.raises(RoleRefused):
        give_role(create_person(is_active=False), "editor", by=admin)


def both_take_it_from_each_other(_number):
    NetworkRole.objects.all().delete()
    User.objects.update(is_superuser=False)
    one, other = create_admin(), create_admin()
    race(
        lambda: take_role_back(other, "admin", by=User.objects.get(pk=one.pk)),
        lambda: take_role_back(one, "admin", by=User.objects.get(pk=other.pk)),
    )
    return not [person for person in User.objects.all() if "admin" in roles_of(person)]


@pytest.mark.usefixtures("own_database")
def test_two_who_take_it_from_each_other_leave_one():
    assert breaks(both_take_it_from_each_other, times=4) == 0


@pytest.mark.skipif(connection.vendor == "sqlite", reason="writers wait for each other from their first word on")
@pytest.mark.usefixtures("own_database")
def test_without_the_guard_they_leave_none(monkeypatch):
    monkeypatch.setattr(roles, "GUARDED", False)
    assert breaks(both_take_it_from_each_other) > 0
