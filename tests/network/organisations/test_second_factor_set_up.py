import pytest
from django.contrib.auth import get_user
from django.test import Client
from django.urls import reverse

from network.organisations.actions import grant_role
from network.people.actions.second_factor import enrol_totp
from network.people.second_factor import current_code
from tests.network.people.factories import create_person

PASSWORD = "three or four words"


@pytest.mark.promise(51)
def test_setting_it_up_shows_the_recovery_codes_once_and_ends_other_sessions(own_database):
    client, other = Client(), Client()
    kesara = create_person(email="kesara@example.org", password=PASSWORD, is_staff=True)
    grant_role(kesara, "treasurer")
    for browser in [other, client]:
        browser.post(reverse("people:password_sign_in"), {"login": kesara.email, "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret

    answer = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})

    assert answer.url == reverse("mfa_view_recovery_codes")
    assert client.get("/desk/").status_code == 200
    assert client.get(answer.url).context["can_view_codes"] is True
    assert client.get(answer.url).context["can_view_codes"] is False
    assert get_user(other).is_anonymous


def code_of(secret):
    return current_code(enrol_totp(create_person(), secret=secret))
