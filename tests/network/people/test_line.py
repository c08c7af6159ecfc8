from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import get_user

from network.people.adapters import SocialAccountAdapter
from network.people.models import User
from tests.network.people.factories import create_person, sign_in_as

pytestmark = pytest.mark.django_db

CALLBACK = "/account/line/callback/"


class FakeLine:
    """LINE's two answers: a token for the code, a profile for the token."""

    def __init__(self, uid="U4af4980629", name="สมใจ"):
        self.profile = {"userId": uid, "displayName": name}
        self.status = 200

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    def request(self, method, address, **options):
        assert address == "https://api.line.me/oauth2/v2.1/token"
        return self.answer({"access_token": "t", "expires_in": 60, "refresh_token": "r"})

    def get(self, address, **options):
        assert address == "https://api.line.me/v2/profile"
        return self.answer(self.profile)

    def answer(self, content):
        answer = requests.Response()
        answer.status_code, answer.json = self.status, lambda: content
        answer.headers["content-type"] = "application/json"
        return answer


@pytest.fixture
def line(settings, monkeypatch):
    settings.LINE_CHANNEL_ID = "1234"
    app = {"client_id": "1234", "secret": "s", "key": ""}
    providers = settings.SOCIALACCOUNT_PROVIDERS
    settings.SOCIALACCOUNT_PROVIDERS = {"line": {**providers["line"], "APPS": [app]}}
    fake = FakeLine()
    monkeypatch.setattr(SocialAccountAdapter, "get_requests_session", lambda self: fake)
    return fake


def go_to_line(client, query=""):
    """Tap the button; what LINE is asked for."""
    return parse_qs(urlsplit(client.get(f"/account/line/{query}").url).query)


def come_back(client, query="", **answer):
    asked = go_to_line(client, query)
    return client.get(CALLBACK, {"code": "c", "state": asked["state"][0], **answer})


def test_the_button_stands_only_where_line_is_set_up(client, settings):
    assert "/account/line/" not in client.get("/th/account/sign-in/").content.decode()
    settings.LINE_CHANNEL_ID = "1234"
    assert "/account/line/?process=login" in client.get("/th/account/sign-in/").content.decode()


def test_without_keys_there_is_nothing_to_go_to(client):
    for address in ["/account/line/", CALLBACK]:
        assert client.get(address, {"code": "c", "state": "s"}, follow=True).status_code == 404


def test_line_is_asked_for_the_profile_and_offers_the_official_account(client, line):
    asked = go_to_line(client)

    assert set(asked["scope"][0].split()) == {"profile", "openid"}
    assert asked["bot_prompt"] == ["normal"]
    assert asked["redirect_uri"] == ["http://testserver/account/line/callback/"]


def test_a_newcomer_is_let_in_without_e_mail_or_phone(client, line):
    answer = come_back(client, "?process=login&next=/th/shop/")

    person = User.objects.get()
    assert answer.url == "/th/shop/"
    assert (person.line_uid, person.first_name, person.email, person.phone) == ("U4af4980629", "สมใจ", None, None)
    assert get_user(client) == person


def test_coming_again_is_the_same_person(client, line):
    come_back(client)
    client.logout()
    come_back(client)

    assert User.objects.count() == 1
    assert get_user(client) == User.objects.get()


def test_a_person_whose_line_we_know_comes_back_to_herself(client, line):
    known = create_person(line_uid="U4af4980629", password="three or four words")
    come_back(client)

    assert get_user(client) == known
    assert User.objects.get().check_password("three or four words")


def test_line_is_joined_to_an_account(client, line):
    person = create_person(email="fah@example.org")
    sign_in_as(client, person)

    assert come_back(client, "?process=connect").url == "/th/me/"
    person.refresh_from_db()
    assert (person.line_uid, SocialAccount.objects.get().user) == ("U4af4980629", person)


def test_a_line_of_somebody_else_is_not_taken(client, line):
    come_back(client)
    owner = User.objects.get()
    client.logout()
    person = create_person()
    sign_in_as(client, person)

    come_back(client, "?process=connect")

    person.refresh_from_db()
    assert person.line_uid is None
    assert SocialAccount.objects.get().user == owner


def test_a_closed_account_stays_closed(client, line):
    create_person(line_uid="U4af4980629", is_active=False)

    assert come_back(client).url == "/th/account/closed/"
    assert get_user(client).is_anonymous


def test_who_refuses_at_line_comes_back_to_the_code(client, line):
    answer = come_back(client, error="access_denied")

    assert answer.url == "/th/account/sign-in/cancelled/"
    assert client.get(answer.url).url == "/th/account/sign-in/"


@pytest.mark.parametrize("query", [{}, {"state": "x", "code": "c"}, {"error": "server_error"}, {"code": "c"}])
def test_an_answer_that_nobody_asked_for_is_explained(client, line, query):
    answer = client.get(CALLBACK, query)

    assert "socialaccount/authentication_error.html" in [template.name for template in answer.templates]
    assert User.objects.count() == 0


def test_when_line_fails_nothing_has_happened(client, line):
    line.status = 500

    answer = come_back(client)

    assert "socialaccount/authentication_error.html" in [template.name for template in answer.templates]
    assert User.objects.count() == 0
