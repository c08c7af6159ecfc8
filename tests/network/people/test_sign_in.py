import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth import get_user
from django.core import mail
from django.urls import reverse

from network.outbox.testing import drain
from network.people.models import Message, User
from tests.network.people.factories import create_person

pytestmark = pytest.mark.django_db

SIGN_IN = "/th/account/sign-in/"
CODE = "/th/account/sign-in/code/"


def ask_for_code(client, contact, **data):
    answer = client.post(SIGN_IN, {"contact": contact, **data})
    drain()
    return answer


def minutes_later(minutes):
    return datetime.now(UTC) + timedelta(minutes=minutes)


def last_code():
    return re.search(r"\b\d{6}\b", Message.objects.exclude(sent_at=None).first().body)[0]


def sign_in(client, contact, **data):
    ask_for_code(client, contact, **data)
    return client.post(CODE, {"code": last_code()})


def test_a_known_person_signs_in_by_a_code_sent_to_her_e_mail(client):
    person = create_person(email="fah@example.org", email_verified=False)

    assert ask_for_code(client, "Fah@Example.org ").url == CODE
    answer = client.post(CODE, {"code": last_code()})

    assert (answer.status_code, answer.url) == (302, "/th/me/")
    assert get_user(client) == person
    assert User.objects.get() == person
    assert User.objects.get().email_verified is True
    assert mail.outbox[0].to == ["fah@example.org"]


def test_an_unknown_contact_becomes_a_person_only_once_it_is_proved(client):
    ask_for_code(client, "new@example.org")
    assert User.objects.count() == 0

    client.post(CODE, {"code": last_code()})

    person = User.objects.get()
    assert (person.email, person.email_verified, person.language) == ("new@example.org", True, "th")
    assert get_user(client) == person


def test_a_phone_signs_in_however_it_is_written(client):
    person = create_person(phone="+66812345678")

    for written in ["081-234-5678", "๐๘๑ ๒๓๔ ๕๖๗๘", "+66 81 234 5678"]:
        client.logout()
        sign_in(client, written)
        assert get_user(client) == person

    assert User.objects.get().phone_verified is True
    assert {message.channel for message in Message.objects.all()} == {"sms"}


def test_thai_digits_and_spaces_in_the_code_are_as_good(client):
    ask_for_code(client, "fah@example.org")
    code = last_code()
    thai = code.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))

    client.post(CODE, {"code": f" {thai[:3]} {thai[3:]} "})

    assert get_user(client).is_authenticated


@pytest.mark.parametrize(
    "contact", ["", "somebody", "a@", "@b.c", "0812", "12345", "ก" * 300, "<script>", "081 234 567"]
)
def test_what_is_no_contact_is_explained_and_nothing_is_sent(client, contact):
    answer = ask_for_code(client, contact)

    assert answer.status_code == 200
    assert b"error-summary" in answer.content
    assert Message.objects.count() == 0


def test_a_wrong_code_lets_nobody_in_and_five_end_it(client):
    ask_for_code(client, "fah@example.org")
    code = last_code()
    wrong = f"{(int(code) + 1) % 10**6:06}"

    for _try in range(5):
        answer = client.post(CODE, {"code": wrong})
        assert answer.status_code == 200
    client.post(CODE, {"code": code})

    assert get_user(client).is_anonymous
    assert User.objects.count() == 0


def test_a_code_works_once(client):
    ask_for_code(client, "fah@example.org")
    code = last_code()
    client.post(CODE, {"code": code})
    client.logout()

    assert client.post(CODE, {"code": code}).url == SIGN_IN
    assert get_user(client).is_anonymous


def test_a_code_works_in_the_browser_that_asked_for_it_only(client):
    ask_for_code(client, "fah@example.org")
    other = type(client)()
    ask_for_code(other, "thief@example.org")
    code = Message.objects.get(to="fah@example.org").body
    other.post(CODE, {"code": re.search(r"\b\d{6}\b", code)[0]})

    assert get_user(other).is_anonymous


def test_after_ten_minutes_a_code_has_ended(client):
    ask_for_code(client, "fah@example.org")
    with time_machine.travel(minutes_later(11)):
        client.post(CODE, {"code": last_code()})

    assert get_user(client).is_anonymous


def test_a_new_code_ends_the_old_one_and_waits_half_a_minute(client):
    ask_for_code(client, "fah@example.org")
    old = last_code()
    client.post(CODE, {"again": "1"})
    drain()
    assert Message.objects.count() == 1

    with time_machine.travel(minutes_later(1)):
        client.post(CODE, {"again": "1"})
        drain()
        assert Message.objects.count() == 2
        if (new := last_code()) != old:
            client.post(CODE, {"code": old})
            assert get_user(client).is_anonymous
        client.post(CODE, {"code": new})
    assert get_user(client).is_authenticated


def test_next_leads_to_our_own_pages(client):
    assert sign_in(client, "fah@example.org", next="/desk/").url == "/desk/"


@pytest.mark.parametrize(
    "evil",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "http:evil.example",
        "http:///evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        " //evil.example",
        "\t//evil.example",
        "https://testserver@evil.example/",
        "https://testserver.evil.example/",
        "//testserver:80@evil.example",
    ],
)
def test_next_never_leads_to_strangers(client, evil):
    for answer in [sign_in(client, "fah@example.org", next=evil), client.get(SIGN_IN, {"next": evil})]:
        assert answer.url == "/th/me/"
    answer = client.post(reverse("account_logout"), {"next": evil})
    assert answer.url == "/"


def test_signing_out_needs_a_tap(client):
    sign_in(client, "fah@example.org")

    assert client.get(reverse("account_logout")).status_code == 200
    assert get_user(client).is_authenticated
    client.post(reverse("account_logout"))
    assert get_user(client).is_anonymous


def test_a_closed_account_is_told_so_after_the_code(client):
    create_person(email="gone@example.org", is_active=False)

    answer = sign_in(client, "gone@example.org")

    assert answer.url == reverse("account_inactive")
    assert client.get(answer.url).status_code == 200
    assert get_user(client).is_anonymous


@pytest.mark.parametrize(("number", "sent"), [("+60123456789", 1), ("+6581234567", 1), ("+447700900123", 0)])
def test_codes_go_by_sms_to_the_countries_we_know(client, number, sent):
    ask_for_code(client, number)

    assert Message.objects.count() == sent


def test_without_a_gateway_only_e_mail_is_asked_for(client, settings):
    settings.DEMO = False

    assert "เบอร์โทร" not in client.get(SIGN_IN).content.decode()
    assert b"error-summary" in ask_for_code(client, "0812345678").content
    assert Message.objects.count() == 0


def test_outside_the_demo_no_code_is_kept_once_it_is_sent(client, settings):
    settings.DEMO = False
    ask_for_code(client, "fah@example.org")

    message = Message.objects.get()
    assert (message.body, message.context) == ("", {})
    assert re.search(r"\d{6}", mail.outbox[0].body)
