"""Recovery codes on paper, devices signed in, and what a person is told when either is touched."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user
from django.test import Client
from django.urls import reverse

from network.outbox.testing import drain
from network.people.actions.passes import make_pass
from network.people.actions.second_factor import enrol_totp
from network.people.models import Message
from tests.network.people.factories import create_person

pytestmark = [pytest.mark.django_db, pytest.mark.promise(52)]

PASSWORD = "three or four words"


def told(template):
    drain()
    return {(message.channel, message.to) for message in Message.objects.filter(template=f"people/messages/{template}")}


def signed_in(person, device="Mozilla/5.0 (Linux; Android 14) Chrome/119"):
    client = Client(headers={"user-agent": device})
    _made, token = make_pass(person, by=create_person())
    client.post(reverse("people:pass", args=[token]))
    assert get_user(client) == person
    return client


def end(client, session):
    return client.post(reverse("usersessions_list"), {"end": session})


def test_one_device_is_signed_out_and_the_others_stay():
    person = create_person()
    here, there, third = [signed_in(person) for _device in range(3)]
    lost = UserSession.objects.order_by("pk")[1]
    assert f'value="{lost.pk}"' in here.get(reverse("usersessions_list")).content.decode()

    for _click in range(2):
        assert end(here, lost.pk).url == reverse("usersessions_list")

    assert [get_user(client).is_authenticated for client in (here, there, third)] == [True, False, True]


@pytest.mark.parametrize("number", ["", "x", "๑", "9" * 40, "\x00"])
def test_somebody_elses_device_and_no_device_at_all_stay_as_they_are(number):
    stranger, mine = signed_in(create_person()), signed_in(create_person())

    end(mine, number or UserSession.objects.order_by("pk").first().pk)

    assert get_user(stranger).is_authenticated
    assert get_user(mine).is_authenticated


def test_all_others_are_signed_out_at_once():
    person = create_person()
    here, there = signed_in(person), signed_in(person)

    here.post(reverse("usersessions_list"))

    assert get_user(here) == person
    assert get_user(there).is_anonymous


def paper_of(person):
    return Authenticator.objects.get(user=person, type=Authenticator.Type.RECOVERY_CODES).wrap()


def test_a_used_recovery_code_is_told_everywhere_and_counted(client):
    person = create_person(email="fah@example.org", phone="+66812345678", password=PASSWORD, is_staff=True)
    enrol_totp(person)
    codes = paper_of(person).get_unused_codes()
    client.post(reverse("people:password_sign_in"), {"login": person.email, "password": PASSWORD})

    client.post(reverse("mfa_authenticate"), {"code": codes[0]})

    assert get_user(client) == person
    assert told("recovery_code_used") == {("email", "fah@example.org"), ("sms", "+66812345678")}
    assert f"เหลืออีก {len(codes) - 1} รหัส" in Message.objects.filter(template__endswith="code_used").first().body
    assert f"เหลือรหัสสำรอง {len(codes) - 1} รหัส" in client.get(reverse("mfa_index")).content.decode()


def test_a_new_set_of_codes_ends_the_old_one(client):
    person = create_person(password=PASSWORD, is_staff=True)
    enrol_totp(person)
    old = paper_of(person).get_unused_codes()
    client.post(reverse("people:password_sign_in"), {"login": person.email, "password": PASSWORD})
    client.post(reverse("mfa_authenticate"), {"code": old[0]})

    client.post(reverse("mfa_reauthenticate"), {"code": old[1]})
    page = client.post(reverse("mfa_generate_recovery_codes"), follow=True).content.decode()

    new = paper_of(person).get_unused_codes()
    assert not set(new) & set(old)
    assert all(code in page for code in new)
    assert "testserver/th/account/sign-in/" in page


def test_whoever_gets_a_new_password_is_told_everywhere(client):
    person = create_person(email="fah@example.org", phone="+66812345678", password=PASSWORD, is_staff=True)
    client.force_login(person)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    new = "four quite different words"

    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new})

    assert told("password_changed") == {("email", "fah@example.org"), ("sms", "+66812345678")}
