"""Passkeys, as far as no authenticator is needed: what is asked for, refused and told. test_passkey.py has the browser's part."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user
from django.urls import reverse
from fido2 import cbor
from fido2.utils import websafe_encode

from network.organisations.actions import grant_role
from network.people.actions.second_factor import enrol_totp
from tests.network.people.factories import create_person, sign_in_as

pytestmark = [pytest.mark.django_db, pytest.mark.promise(51)]

ADD, SIGN_IN = "/th/account/passkeys/new/", "/th/account/passkeys/sign-in/"
HANDLE = "MQ"  # "1", as the browser would send the person's number
CLIENT_DATA = websafe_encode(b'{"type": "webauthn.create", "challenge": "eA", "origin": "http://localhost"}')
BAD = [
    "",
    "x",
    "[]",
    "1",
    "null",
    "{}",
    '{"id": 1, "response": []}',
    '{"id": "x", "rawId": "x", "type": "public-key", "response": {}}',
    '{"response": {"userHandle": 5}}',
    '{"response": {"userHandle": "//8="}}',
    '{"response": null}',
    json.dumps(
        {
            "id": "eA",
            "rawId": "eA",
            "type": "public-key",
            "response": {"clientDataJSON": "e30", "authenticatorData": "eA", "signature": "eA", "userHandle": HANDLE},
        }
    ),
    json.dumps(
        {
            "id": "eA",
            "rawId": "eA",
            "type": "public-key",
            "response": {"clientDataJSON": "e30", "attestationObject": "eA"},
        }
    ),
]


@pytest.fixture
def person(client):
    person = create_person()
    sign_in_as(client, person)
    return person


@pytest.mark.parametrize("credential", BAD)
def test_a_credential_that_is_none_signs_nobody_in(client, credential):
    create_person()
    client.get(SIGN_IN, headers={"accept": "application/json"})

    assert client.post(SIGN_IN, {"credential": credential}).url == reverse("account_login")
    assert get_user(client).is_anonymous


@pytest.mark.parametrize("credential", BAD)
def test_a_credential_that_is_none_becomes_no_passkey(client, person, credential):
    client.get(ADD)

    assert client.post(ADD, {"name": "x", "credential": credential}).status_code == 200
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("credential", BAD)
def test_nor_does_it_pass_for_the_second_step(client, credential):
    person = create_person(is_staff=True, password="three or four words")
    enrol_totp(person)
    client.post(reverse("people:password_sign_in"), {"login": person.email, "password": "three or four words"})

    assert client.post(reverse("mfa_authenticate"), {"credential": credential}).status_code == 200
    assert get_user(client).is_anonymous


def test_who_has_none_is_shown_none_at_the_second_step(client):
    person = create_person(is_staff=True, password="three or four words")
    enrol_totp(person)
    client.post(reverse("people:password_sign_in"), {"login": person.email, "password": "three or four words"})

    assert 'data-controller="passkey"' not in client.get(reverse("mfa_authenticate")).content.decode()


def passkey_of(person):
    return Authenticator.objects.create(
        user=person, type=Authenticator.Type.WEBAUTHN, data={"name": "โทรศัพท์ของฟ้า", "credential": {}}
    )


@pytest.mark.parametrize("name", ["mfa_edit_webauthn", "mfa_remove_webauthn"])
def test_somebody_elses_passkey_is_not_there(client, person, name):
    other = passkey_of(create_person())

    for pk in (other.pk, 10**30):
        assert client.get(reverse(name, args=[pk])).status_code == 404
        assert client.post(reverse(name, args=[pk]), {"name": "x"}).status_code == 404
    assert Authenticator.objects.get().data["name"] == "โทรศัพท์ของฟ้า"


def test_whoever_works_for_the_network_and_has_a_passkey_only_is_asked_for_that(client):
    person = create_person()
    grant_role(person, "reviewer")
    passkey_of(person)
    client.force_login(person)

    assert client.get("/desk/").url == f"{reverse('mfa_reauthenticate_webauthn')}?next=%2Fdesk%2F"


def test_strangers_find_no_passkey_pages(client):
    for name in ("mfa_list_webauthn", "mfa_add_webauthn", "mfa_reauthenticate_webauthn"):
        assert client.get(reverse(name)).status_code == 302


def test_a_credential_cut_short_is_refused_in_words_too(client, person):
    """Authenticator data of 36 bytes, where 37 are the least: reading it fails deep in a library."""
    short = websafe_encode(cbor.encode({"fmt": "none", "attStmt": {}, "authData": bytes(36)}))
    answer = {"clientDataJSON": CLIENT_DATA, "attestationObject": short}
    credential = {"id": "eA", "rawId": "eA", "type": "public-key", "response": answer}
    client.get(ADD)

    assert client.post(ADD, {"name": "x", "credential": json.dumps(credential)}).status_code == 200
