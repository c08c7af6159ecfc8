"""Coming back, through the pages: what each of them sees, with the time moved."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user
from django.test import Client
from django.urls import reverse

from network import clock
from network.organisations.actions import grant_role
from network.organisations.models import Recovery
from network.outbox.testing import drain
from network.people.actions.second_factor import enrol_totp
from network.people.models import Message
from tests.network.organisations.coming_back import (
    BACK,
    NEW,
    ask_as_stranger,
    create_group,
    prove,
    three_friends,
    vouched_for,
)
from tests.network.organisations.factories import create_coordinator
from tests.network.people.factories import create_person, sign_in_as

pytestmark = pytest.mark.django_db

DAY = timedelta(hours=24)
PASSWORD = "three or four words"


def signed_in(person):
    client = Client()
    sign_in_as(client, person)
    return client


def see(client, address):
    return client.get(address).content.decode()


def say(person, address, word):
    return signed_in(person).post(address, {word: "1"})


@pytest.mark.promise(51)
@pytest.mark.promise(52)
def test_a_treasurer_who_has_lost_her_phone_is_back_after_the_wait_and_sets_up_a_new_second_step():
    kesara, malee, duang = three_friends(is_staff=True, password=PASSWORD)
    grant_role(kesara, "treasurer")
    old_phone = signed_in(kesara)
    assert old_phone.get("/desk/").status_code == 200
    client, address = ask_as_stranger(old_contact=kesara.email)

    for friend in (malee, duang):
        assert "ฟ้า ใจดี" in see(signed_in(friend), address)
        assert say(friend, address, "vouch").url == address
    with clock.moved(DAY):
        prove(client)
        answer = client.post(f"{BACK}mine/")

        assert get_user(client) == kesara
        assert answer.url == reverse("me:index")
        assert get_user(old_phone).is_anonymous
        assert not Authenticator.objects.filter(user=kesara).exists()
        assert client.get("/desk/").url.startswith(reverse("mfa_activate_totp"))
        assert client.get(reverse("mfa_activate_totp")).status_code == 200
        old = Client()
        old.post(reverse("people:password_sign_in"), {"login": kesara.email, "password": PASSWORD})
        assert get_user(old).is_anonymous


def test_who_still_has_her_contact_and_lost_only_the_app_begins_with_that_contact():
    fah, malee, duang = three_friends()
    enrol_totp(fah)
    client = Client()
    prove(client, fah.email)

    client.post(f"{BACK}who/")

    recovery = Recovery.objects.get()
    assert (recovery.user, recovery.address) == (fah, fah.email)
    for friend in (malee, duang):
        say(friend, reverse("recovery:vouch", args=[recovery.token]), "vouch")
    drain()
    notices = Message.objects.filter(template="organisations/messages/recovery_waits")
    assert {notice.to for notice in notices} == {fah.email, malee.email, duang.email}
    with clock.moved(DAY):
        prove(client, fah.email)
        client.post(f"{BACK}mine/")
        assert get_user(client) == fah


def test_a_contact_that_opens_an_account_without_a_second_step_needs_no_coming_back():
    person = create_person()
    client = Client()
    prove(client, person.email)

    client.post(f"{BACK}who/", {"old_contact": three_friends()[0].email})

    assert Recovery.objects.count() == 0
    assert client.get(f"{BACK}who/").templates[0].name == "organisations/recovery_holder.html"


def test_the_contact_is_proved_anew_before_she_comes_in():
    people = three_friends()
    client, _address = ask_as_stranger(old_contact=people[0].email)
    vouched_for(*people)

    with clock.moved(DAY):
        assert client.post(f"{BACK}mine/").url == BACK
        assert get_user(client).is_anonymous
        prove(client)
        assert "ฟ้า" in see(client, f"{BACK}mine/")


def test_too_early_used_and_stopped_say_so_and_let_nobody_in():
    people = three_friends()
    client, address = ask_as_stranger(old_contact=people[0].email)
    recovery = vouched_for(*people)

    assert client.post(f"{BACK}mine/").url == BACK
    say(people[1], address, "stop")
    with clock.moved(DAY):
        prove(client)
        assert client.post(f"{BACK}mine/").url == f"{BACK}mine/"
        assert "หยุด" in see(client, f"{BACK}mine/")
    assert get_user(client).is_anonymous
    recovery.refresh_from_db()
    assert recovery.stopped_by == people[1]


def test_pressing_twice_lets_her_in_once():
    people = three_friends()
    client, address = ask_as_stranger(old_contact=people[0].email)
    for _click in range(2):
        say(people[1], address, "vouch")
    assert Recovery.objects.get().opens_at is None
    say(people[2], address, "vouch")

    with clock.moved(DAY):
        other = Client()
        for browser in (client, other):
            prove(browser)
        client.post(f"{BACK}mine/")
        other.post(f"{BACK}mine/")

    assert get_user(client) == people[0]
    assert get_user(other).is_anonymous


def test_a_link_shows_nothing_to_those_whom_it_does_not_concern():
    fah, *_friends = three_friends()
    _client, address = ask_as_stranger(old_contact=fah.email)
    _client, nobodys = ask_as_stranger("other@example.org", old_contact="nobody@example.org")
    stranger = signed_in(create_person())

    known, unknown = [stranger.get(path) for path in (address, nobodys)]

    assert known.status_code == unknown.status_code == 404
    assert "ฟ้า" not in known.content.decode()
    assert Client().get(address).url.startswith(reverse("account_login"))
    assert stranger.post(address, {"vouch": "1"}).status_code == 404
    assert stranger.post(address, {"stop": "1"}).status_code == 404
    assert Recovery.objects.filter(stopped_at=None).count() == 2


def test_a_coordinator_shows_her_second_step_before_she_vouches():
    person, coordinator = create_person(), create_coordinator()
    recovery = vouched_for(person)
    client = Client()
    client.force_login(coordinator)
    address = reverse("recovery:vouch", args=[recovery.token])

    assert client.post(address, {"vouch": "1"}).url.startswith(reverse("mfa_activate_totp"))
    assert say(coordinator, address, "vouch").url == address
    recovery.refresh_from_db()
    assert recovery.first_voucher == coordinator


def test_of_two_who_ask_as_the_same_person_the_page_shows_the_other():
    fah, malee, duang = three_friends()
    false = vouched_for(fah, malee, contact="thief@example.org")
    _client, address = ask_as_stranger(old_contact=fah.email)

    page = see(signed_in(duang), address)
    say(duang, address, "vouch")

    assert "thief@example.org" in page
    assert Recovery.objects.get(address=NEW).first_voucher is None
    say(duang, reverse("recovery:vouch", args=[false.token]), "stop")
    say(duang, address, "vouch")
    assert Recovery.objects.get(address=NEW).first_voucher == duang


def test_she_may_withdraw_it_and_begin_again():
    fah, *_friends = three_friends()
    client, _address = ask_as_stranger(old_contact="wrong@example.org")

    assert client.post(f"{BACK}mine/", {"withdraw": "1"}).url == f"{BACK}who/"
    client.post(f"{BACK}who/", {"old_contact": fah.email})

    assert [recovery.user for recovery in Recovery.objects.order_by("pk")] == [None, fah]


@pytest.mark.parametrize("page", ["code/", "who/", "mine/"])
def test_without_a_proved_contact_it_begins_at_the_beginning(client, page):
    assert client.get(BACK + page).url == BACK
    assert client.post(BACK + page).url == BACK


def test_forms_come_back_filled_in():
    client = Client()
    assert client.post(BACK, {"contact": "x"}).status_code == 422
    prove(client)
    for typed in [{"old_contact": ""}, {"name": "ฟ้า"}, {"old_contact": "12"}, {"name": "ฟ้า", "group": "x"}]:
        page = client.post(f"{BACK}who/", typed)
        assert page.status_code == 422
        for text in typed.values():
            assert text in page.content.decode()
    assert Recovery.objects.count() == 0


def test_a_second_person_of_her_name_in_another_group_is_not_she():
    fah, *_friends = three_friends()
    create_group(create_person(first_name="ฟ้า", last_name="ใจดี"), name="กลุ่มผึ้งโพรงควนโดน")

    ask_as_stranger(name="ฟ้า ใจดี", group="ทอผ้าเกาะยอ")

    assert Recovery.objects.get().user == fah
