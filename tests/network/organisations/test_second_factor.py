from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user
from django.test import Client
from django.urls import reverse

from network.organisations.actions import add_member, grant_role, withdraw_role
from network.people.actions.second_factor import enrol_totp
from network.people.models import User
from network.people.second_factor import current_code
from tests.network.organisations.factories import create_organisation
from tests.network.people.factories import create_person, sign_in_as

pytestmark = [pytest.mark.django_db, pytest.mark.promise(51)]

PASSWORD = "three or four words"
ADMIN = {
    "people": ["user", "consent", "message", "signinpass"],
    "places": ["province", "district", "subdistrict"],
    "organisations": [
        "organisation",
        "membership",
        "delegate",
        "delegatelog",
        "networkrole",
        "suspension",
        "dimension",
        "recovery",
        "recoverystep",
    ],
}
GUARDED = ["/cms/", "/dashboard/", "/django-admin/", "/desk/"]


@pytest.fixture
def treasurer():
    person = create_person(email="kesara@example.org", password=PASSWORD, is_staff=True, is_superuser=True)
    grant_role(person, "treasurer")
    return person


def showed_it(client):
    return client.get("/desk/").status_code == 200


def sign_in(client, next=""):
    data = {"login": "kesara@example.org", "password": PASSWORD, "next": next}
    return client.post(reverse("people:password_sign_in"), data)


def test_staff_sign_in_with_password_and_app(client, treasurer):
    enrolled = enrol_totp(treasurer)

    assert sign_in(client, next="/cms/").url == reverse("mfa_authenticate")
    assert get_user(client).is_anonymous
    assert client.get(reverse("mfa_authenticate")).status_code == 200
    answer = client.post(reverse("mfa_authenticate"), {"code": current_code(enrolled)})

    assert answer.url == "/cms/"
    for page in ["/cms/", "/django-admin/", "/desk/"]:
        assert client.get(page).status_code == 200


def test_the_lists_of_people_and_organisations_are_for_reading(client, treasurer):
    sign_in_as(client, treasurer)
    for room, models in ADMIN.items():
        for model in models:
            assert client.get(f"/django-admin/{room}/{model}/").status_code == 200
            assert client.get(f"/django-admin/{room}/{model}/add/").status_code == 403


def test_a_wrong_code_lets_nobody_in(client, treasurer):
    enrolled = enrol_totp(treasurer)
    sign_in(client)
    wrong = f"{(int(current_code(enrolled)) + 1) % 10**6:06}"

    assert client.post(reverse("mfa_authenticate"), {"code": wrong}).status_code == 200
    assert get_user(client).is_anonymous


def test_a_code_of_the_app_works_once(client, treasurer):
    enrolled = enrol_totp(treasurer)
    code = current_code(enrolled)
    for browser, comes_in in [(client, True), (Client(), False)]:
        sign_in(browser)
        browser.post(reverse("mfa_authenticate"), {"code": code})
        assert get_user(browser).is_authenticated is comes_in


def test_the_code_before_is_accepted_and_works_once_all_the_same(client, treasurer):
    enrolled = enrol_totp(treasurer)
    before = current_code(enrolled)
    with time_machine.travel(datetime.now(UTC) + timedelta(seconds=30)):
        for browser, comes_in in [(client, True), (Client(), False)]:
            sign_in(browser)
            browser.post(reverse("mfa_authenticate"), {"code": f"{before[:3]} {before[3:]}"})
            assert get_user(browser).is_authenticated is comes_in


def test_a_code_of_two_minutes_ago_has_ended(client, treasurer):
    code = current_code(enrol_totp(treasurer))
    with time_machine.travel(datetime.now(UTC) + timedelta(seconds=120)):
        sign_in(client)
        client.post(reverse("mfa_authenticate"), {"code": code})

    assert get_user(client).is_anonymous


def test_a_recovery_code_works_once(client, treasurer):
    enrol_totp(treasurer)
    paper = Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES).wrap().get_unused_codes()
    for browser, comes_in in [(client, True), (Client(), False)]:
        sign_in(browser)
        browser.post(reverse("mfa_authenticate"), {"code": paper[0]})
        assert get_user(browser).is_authenticated is comes_in


@pytest.mark.parametrize("page", GUARDED)
def test_whoever_has_none_yet_sets_it_up_before_any_staff_page(client, treasurer, page):
    client.force_login(treasurer)

    assert client.get(page).url.startswith(reverse("mfa_activate_totp"))


@pytest.mark.parametrize("page", GUARDED)
def test_a_session_from_before_is_asked_for_it(client, treasurer, page):
    client.force_login(treasurer)
    enrolled = enrol_totp(treasurer)

    assert client.get(page).url == f"{reverse('mfa_reauthenticate')}?next={page.replace('/', '%2F')}"
    answer = client.post(reverse("mfa_reauthenticate"), {"code": current_code(enrolled), "next": page})
    assert answer.url == page
    assert showed_it(client)


def test_the_key_is_encrypted_in_the_database(treasurer):
    enrolled = enrol_totp(treasurer, secret="JBSWY3DPEHPK3PXP")

    assert "JBSWY3DPEHPK3PXP" not in str(enrolled.data)


def test_sellers_are_not_asked_for_it(client):
    seller = create_person()
    add_member(create_organisation(), seller, role="owner")
    client.force_login(seller)

    assert client.get("/desk/").status_code == 200
    assert client.get("/cms/").status_code == 302


def test_who_gives_up_the_role_is_asked_no_more(client):
    person = create_person()
    grant_role(person, "reviewer")
    client.force_login(person)
    assert client.get("/desk/").status_code == 302

    withdraw_role(person, "reviewer")

    assert client.get("/desk/").status_code == 200


@pytest.mark.parametrize("page", ["/cms/login/", "/dashboard/login/", "/django-admin/login/", "/cms/password_reset/"])
def test_there_is_one_sign_in_for_the_whole_house(client, page):
    assert client.get(page, {"next": "/cms/pages/"}).url == "/th/account/sign-in/?next=/cms/pages/"
    assert client.post(page, {"username": "a", "password": "b"}).url == "/th/account/sign-in/"


@pytest.mark.parametrize("page", ["/cms/logout/", "/dashboard/logout/", "/django-admin/logout/"])
def test_signing_out_needs_a_tap_everywhere(client, treasurer, page):
    sign_in_as(client, treasurer)

    assert client.get(page).status_code == 200
    assert get_user(client) == treasurer
    client.post(page)
    assert get_user(client).is_anonymous


def test_password_is_for_staff(client):
    client.force_login(create_person())

    assert client.get(reverse("account_change_password")).status_code == 404
    assert client.get(reverse("account_set_password")).status_code == 404


def test_staff_without_password_and_app_sign_in_again_before_they_choose_one(client):
    person = create_person(is_staff=True)
    client.force_login(person)

    page = client.get(reverse("account_set_password"))

    assert page.templates[0].name == "people/prove_again.html"


@pytest.mark.parametrize("weak", ["short", "123456789012", "kesara@example.org"])
def test_a_weak_password_is_refused_in_thai(client, treasurer, weak):
    sign_in_as(client, treasurer)
    data = {"oldpassword": PASSWORD, "password1": weak, "password2": weak}

    page = client.post(reverse("account_change_password"), data).content.decode()

    assert "ใช้คำสามสี่คำต่อกัน" in page
    assert "This password" not in page
    assert User.objects.get().check_password(PASSWORD)


def test_a_changed_password_ends_other_sessions(client, treasurer):
    other = Client()
    for browser in [client, other]:
        browser.force_login(treasurer)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    new = "four quite different words"
    data = {"oldpassword": PASSWORD, "password1": new, "password2": new}

    client.post(reverse("account_change_password"), data)

    assert User.objects.get().check_password(new)
    assert get_user(client) == treasurer
    assert get_user(other).is_anonymous
