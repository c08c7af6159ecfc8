import base64
import hashlib
import hmac
import json
import time
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import get_user

from network.people.models import User
from network.people.sandbox.login import ISSUER, uid_of
from tests.network.people.factories import create_person, sign_in_as
from tests.network.people.line_sandbox import KEYS

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

CALLBACK, WEBHOOK = "/account/line/callback/", "/line/webhook/"
SOMJAI = uid_of("สมใจ")


def go_to_line(client, query=""):
    """Tap the button; where the browser is sent."""
    return client.get(f"/account/line/{query}").url


def come_back(client, line, query="", **decision):
    return client.get(line.decide(go_to_line(client, query), **decision))


def test_the_button_stands_only_where_line_is_set_up(client, settings):
    assert "/account/line/" not in client.get("/th/account/sign-in/").content.decode()
    settings.LINE_CHANNEL_ID = "1234"
    assert "/account/line/?process=login" in client.get("/th/account/sign-in/").content.decode()


def test_without_keys_there_is_nothing_to_go_to(client):
    for address in ["/account/line/", CALLBACK]:
        assert client.get(address, {"code": "c", "state": "s"}, follow=True).status_code == 404


def test_line_is_asked_for_the_profile_and_offers_the_official_account(client, line):
    asked = parse_qs(urlsplit(go_to_line(client)).query)

    assert set(asked["scope"][0].split()) == {"profile", "openid"}
    assert asked["bot_prompt"] == ["normal"]
    assert asked["redirect_uri"] == ["http://testserver/account/line/callback/"]


def test_a_newcomer_is_let_in_without_e_mail_or_phone(client, line):
    answer = come_back(client, line, "?process=login&next=/th/shop/")

    person = User.objects.get()
    assert answer.url == "/th/shop/"
    assert (person.line_uid, person.first_name, person.email, person.phone) == (SOMJAI, "สมใจ", None, None)
    assert get_user(client) == person


def test_coming_again_is_the_same_person(client, line):
    come_back(client, line)
    client.logout()
    come_back(client, line)

    assert User.objects.count() == 1
    assert get_user(client) == User.objects.get()


def test_a_person_whose_line_we_know_comes_back_to_herself(client, line):
    known = create_person(line_uid=SOMJAI, password="three or four words")
    come_back(client, line)

    assert get_user(client) == known
    assert User.objects.get().check_password("three or four words")


def test_line_is_joined_to_an_account(client, line):
    person = create_person(email="fah@example.org")
    sign_in_as(client, person)

    assert come_back(client, line, "?process=connect").url == "/th/me/"
    person.refresh_from_db()
    assert (person.line_uid, SocialAccount.objects.get().user) == (SOMJAI, person)


def test_a_line_of_somebody_else_is_not_taken(client, line):
    come_back(client, line)
    owner = User.objects.get()
    client.logout()
    person = create_person()
    sign_in_as(client, person)

    come_back(client, line, "?process=connect")

    person.refresh_from_db()
    assert person.line_uid is None
    assert SocialAccount.objects.get().user == owner


def test_a_closed_account_stays_closed(client, line):
    create_person(line_uid=SOMJAI, is_active=False)

    assert come_back(client, line).url == "/th/account/closed/"
    assert get_user(client).is_anonymous


def test_who_refuses_at_line_comes_back_to_the_code(client, line):
    answer = come_back(client, line, answer="deny")

    assert answer.url == "/th/account/sign-in/cancelled/"
    assert client.get(answer.url).url == "/th/account/sign-in/"


NOBODY_ASKED = [{}, {"state": "x", "code": "c"}, {"error": "server_error"}, {"code": "c"}]


def assert_explained(answer):
    assert "socialaccount/authentication_error.html" in [template.name for template in answer.templates]
    assert User.objects.count() == 0


@pytest.mark.parametrize("query", NOBODY_ASKED)
def test_an_answer_that_nobody_asked_for_is_explained(client, line, query):
    assert_explained(client.get(CALLBACK, query))


def test_a_code_works_once_and_in_the_browser_that_asked(client, line):
    back = line.decide(go_to_line(client))

    assert_explained(type(client)().get(back))
    assert client.get(back).status_code == 302
    client.logout()
    assert client.get(back).status_code == 401
    assert get_user(client).is_anonymous


def token(secret=KEYS["LINE_CHANNEL_SECRET"], **changes):
    at = int(time.time())
    told = {
        "iss": ISSUER,
        "aud": KEYS["LINE_CHANNEL_ID"],
        "sub": "U1",
        "iat": at,
        "exp": at + 60,
        "nonce": "n",
        "name": "ก",
    }
    return jwt.encode({name: value for name, value in (told | changes).items() if value is not None}, secret, "HS256")


BAD = {
    "none": "",
    "nonsense": "a.b.c",
    "of another visit": token(),
    "without a nonce": token(nonce=None),
    "signed by somebody else": token("another-secret-of-thirty-two-letters"),
    "for another channel": token(aud="1"),
    "from somebody else": token(iss="https://line.example"),
    "that has ended": token(exp=1),
    "unsigned": jwt.encode({"sub": "U1"}, None, "none"),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_token_that_is_not_for_this_visit_lets_nobody_in(client, line, monkeypatch, bad):
    told = {"access_token": "t", "id_token": bad}
    monkeypatch.setattr("network.people.provider.OAuth2Adapter.get_access_token_data", lambda *given: told)

    assert_explained(come_back(client, line))


def test_when_line_fails_nothing_has_happened(client, line, settings):
    back = line.decide(go_to_line(client))
    settings.LINE_API_BASE = "http://127.0.0.1:1"

    assert_explained(client.get(back))


def signed(content, secret=KEYS["LINE_PUSH_SECRET"]):
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return body, base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()


def hear(client, body, mark):
    return client.post(WEBHOOK, body, content_type="application/json", headers={"X-Line-Signature": mark}).status_code


def event(kind, at=1_700_000_000_000, **more):
    return {"type": kind, "timestamp": at, "source": {"type": "user", "userId": "U1"}, **more}


def test_who_blocks_the_account_cannot_be_written_to_until_she_follows_again(client, line):
    person = create_person(line_uid="U1")
    heard = [event("unfollow"), event("follow", 1_700_000_000_500), event("message", message={})]

    assert hear(client, *signed({"events": heard[:1]})) == 200
    person.refresh_from_db()
    assert person.line_reachable is False
    assert hear(client, *signed({"events": heard})) == 200
    assert hear(client, *signed({"events": heard[:1]})) == 200  # told again, and late
    person.refresh_from_db()
    assert person.line_reachable is True
    assert hear(client, *signed({"events": []})) == 200


REFUSED = {
    "no signature": (signed({"events": []})[0], ""),
    "another secret": signed({"events": [event("unfollow")]}, "other"),
    "of another body": (b"{}", signed({"events": []})[1]),
    "no ascii": (b"{}", "\u0e01"),
    "no json": signed(b"\xff"),
    "no object": signed([]),
    "no events": signed({}),
    "strange events": signed({"events": ["unfollow"]}),
    "no time": signed({"events": [event("unfollow", None)]}),
    "no person": signed({"events": [event("unfollow", source={})]}),
    "a time beyond time": signed({"events": [event("unfollow", 10**30)]}),
}


@pytest.mark.parametrize("sent", REFUSED.values(), ids=REFUSED)
def test_what_line_did_not_sign_or_write_is_refused(client, line, sent):
    person = create_person(line_uid="U1")

    assert hear(client, *sent) == 400
    person.refresh_from_db()
    assert person.line_reachable is True


def test_without_a_secret_nothing_is_believed(client, line, settings):
    settings.LINE_PUSH_SECRET = ""

    assert hear(client, *signed({"events": []}, "")) == 400
