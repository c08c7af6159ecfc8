import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth import get_user
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from network.outbox.testing import drain
from network.people import my_pages_registry
from network.people.actions.passes import make_pass
from network.people.models import Message, User
from network.people.my_pages_registry import MyPage, register_my_page
from tests.network.people.factories import create_person, create_person_without_email, sign_in_as

pytestmark = pytest.mark.django_db

ME, CONTACT, CODE = "/th/me/", "/th/me/contact/", "/th/me/contact/code/"


@pytest.fixture
def person(client):
    person = create_person(email="fah@example.org", first_name="ฟ้า")
    sign_in_as(client, person)
    return person


def code_to(contact):
    drain()
    return re.search(r"\b\d{6}\b", Message.objects.filter(to=contact).first().body)[0]


def change_contact(client, contact, address):
    client.post(CONTACT, {"contact": contact})
    return client.post(CODE, {"code": code_to(address)})


@pytest.mark.parametrize("page", [ME, "/th/me/name/", CONTACT, CODE, "/th/me/anything/"])
def test_strangers_are_asked_to_sign_in(client, page):
    assert client.get(page).url == f"/th/account/sign-in/?next={page}"


def test_name_and_language_are_changed(client, person):
    client.post("/th/me/name/", {"first_name": "ทราย", "last_name": "งาม", "language": "en"})

    person.refresh_from_db()
    assert (person.get_full_name(), person.language) == ("ทราย งาม", "en")


def test_a_language_that_is_not_offered_is_refused(client, person):
    client.post("/th/me/name/", {"first_name": "ทราย", "language": "ms"})

    person.refresh_from_db()
    assert (person.first_name, person.language) == ("ฟ้า", "th")


@pytest.mark.promise(52)
def test_a_new_e_mail_counts_once_it_is_proved_the_old_is_told_and_other_sessions_end(client, person):
    other = Client()
    other.post("/th/account/sign-in/", {"contact": "fah@example.org"})
    other.post("/th/account/sign-in/code/", {"code": code_to("fah@example.org")})
    assert get_user(other) == person

    client.post(CONTACT, {"contact": "new@example.org"})
    assert User.objects.get().email == "fah@example.org"
    client.post(CODE, {"code": code_to("new@example.org")})
    drain()

    found = User.objects.get()
    assert (found.email, found.email_verified) == ("new@example.org", True)
    assert "new@example.org" in Message.objects.filter(to="fah@example.org").first().body
    assert get_user(client) == person
    assert get_user(other).is_anonymous


@pytest.mark.promise(52)
def test_after_a_quarter_of_an_hour_one_shows_again_who_one_is(client, person):
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=16)):
        page = client.get(CONTACT)
        assert page.templates[0].name == "people/prove_again.html"
        client.post(CONTACT, {"contact": "new@example.org"})

    assert Message.objects.count() == 0
    assert User.objects.get().email == "fah@example.org"


@pytest.mark.promise(52)
def test_who_has_a_second_factor_shows_that_one(client):
    treasurer = create_person(is_staff=True)
    sign_in_as(client, treasurer)

    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=16)):
        assert client.get(CONTACT).url == f"{reverse('mfa_reauthenticate')}?next=%2Fth%2Fme%2Fcontact%2F"


def test_a_contact_of_somebody_else_is_not_taken(client, person):
    owner = create_person(email="taken@example.org")

    change_contact(client, "taken@example.org", "taken@example.org")

    person.refresh_from_db()
    owner.refresh_from_db()
    assert (person.email, owner.email) == ("fah@example.org", "taken@example.org")
    assert not Message.objects.filter(template="people/messages/contact_changed").exists()


def test_a_code_for_signing_in_changes_no_contact(client, person):
    client.logout()
    client.post("/th/account/sign-in/", {"contact": "new@example.org"})
    code = code_to("new@example.org")
    sign_in_as(client, person)

    assert client.post(CODE, {"code": code}).url == CONTACT
    assert User.objects.get().email == "fah@example.org"


def test_a_room_s_page_stands_in_the_list_and_opens(client, person, monkeypatch):
    monkeypatch.setattr(my_pages_registry, "_pages", {})
    hidden = MyPage("hidden", "ซ่อน", lambda request: HttpResponse(), shown_to=lambda request: False)
    orders = MyPage("orders", "คำสั่งซื้อ", lambda request: HttpResponse("mine"), line=lambda request: "3 กำลังส่ง")
    for page in [hidden, orders, orders]:
        register_my_page(page)

    front = client.get(ME).content.decode()
    assert "คำสั่งซื้อ" in front
    assert "3 กำลังส่ง" in front
    assert "ซ่อน" not in front
    assert client.get("/th/me/orders/").content == b"mine"
    assert client.get("/th/me/unknown/").status_code == 404


def test_two_pages_never_share_a_name(monkeypatch):
    monkeypatch.setattr(my_pages_registry, "_pages", {})
    register_my_page(MyPage("orders", "a", lambda request: None))
    for taken in ["orders", "contact"]:
        with pytest.raises(ValueError, match="taken"):
            register_my_page(MyPage(taken, "b", lambda request: None))


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_person_without_e_mail_walks_every_page(client, language):
    villager = create_person_without_email()
    _made, token = make_pass(villager, by=create_person())
    client.post(f"/{language}/account/pass/{token}/")
    pages = ["me/", "me/name/", "me/contact/", "account/sessions/", "account/second-step/", "account/sign-out/"]
    pages += ["account/second-step/begin/", "places/lookup/?q=เกาะยอ"]

    for page in pages:
        answer = client.get(f"/{language}/{page}")
        assert answer.status_code == 200, page
        assert "None" not in answer.content.decode(), page
    assert client.get("/desk/").status_code == 200

    change_contact_in(client, language)
    villager.refresh_from_db()
    assert (villager.phone, villager.phone_verified) == ("+66815550042", True)


def change_contact_in(client, language):
    client.post(f"/{language}/me/contact/", {"contact": "081 555 0042"})
    client.post(f"/{language}/me/contact/code/", {"code": code_to("+66815550042")})
