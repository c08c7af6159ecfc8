import threading
from datetime import timedelta

import pytest
from django.contrib.auth import get_user
from django.db import connections
from django.test import Client
from django.urls import reverse

from network import clock
from network.outbox.testing import drain
from network.people.actions import passes
from network.people.actions.passes import PassEnded, make_pass, use_pass
from network.people.actions.second_factor import enrol_totp
from network.people.models import Message, SignInPass
from tests.network.people.factories import create_person, create_person_without_email


@pytest.fixture
def villager(db):
    return create_person_without_email()


@pytest.fixture
def coordinator(db):
    return create_person(first_name="วิภา")


def address_of(token):
    return reverse("people:pass", args=[token])


def test_a_person_without_e_mail_is_let_in_by_one_tap(client, villager, coordinator):
    made, token = make_pass(villager, by=coordinator)

    look = client.get(address_of(token))
    assert look.status_code == 200
    assert "สมใจ" in look.content.decode()
    assert look["Referrer-Policy"] == "same-origin"
    answer = client.post(address_of(token))

    assert answer.url == reverse("me:index")
    assert get_user(client) == villager
    made.refresh_from_db()
    assert (made.used_at is not None, made.used_from, made.made_by) == (True, "127.0.0.1", coordinator)


def test_looking_at_a_pass_spends_nothing(client, villager, coordinator):
    _made, token = make_pass(villager, by=coordinator)

    for _preview in range(3):
        assert client.get(address_of(token)).status_code == 200
        assert client.head(address_of(token)).status_code == 200

    assert SignInPass.objects.get().used_at is None
    assert get_user(client).is_anonymous


def test_a_used_pass_says_so_to_whoever_it_was_forwarded_to(client, villager, coordinator):
    _made, token = make_pass(villager, by=coordinator)
    client.post(address_of(token))
    other = Client()

    for answer in [other.get(address_of(token)), other.post(address_of(token))]:
        assert answer.status_code == 410
        assert "ถูกใช้ไปแล้ว" in answer.content.decode()
    assert get_user(other).is_anonymous


def test_after_a_quarter_of_an_hour_a_pass_has_ended(client, villager, coordinator):
    _made, token = make_pass(villager, by=coordinator)

    with clock.moved(timedelta(minutes=15)):
        assert client.get(address_of(token)).status_code == 410
        assert client.post(address_of(token)).status_code == 410

    assert get_user(client).is_anonymous
    assert SignInPass.objects.get().used_at is None


def test_a_newer_pass_ends_the_older_one(client, villager, coordinator):
    _made, old = make_pass(villager, by=coordinator)
    _made, new = make_pass(villager, by=coordinator)

    assert client.post(address_of(old)).status_code == 410
    assert client.post(address_of(new)).status_code == 302


@pytest.mark.parametrize("token", ["x", "bcdfghjkmnpqrstvwxz23456789", "ก", "' OR 1=1 --", "a" * 500])
def test_an_unknown_pass_is_a_404_in_plain_words(client, db, token):
    assert client.get(address_of(token)).status_code == 404
    assert client.post(address_of(token)).status_code == 404


def test_the_database_holds_no_token(villager, coordinator):
    _made, token = make_pass(villager, by=coordinator)

    assert token not in str(SignInPass.objects.values().get())


def test_a_pass_never_gets_round_a_second_factor(client, villager, coordinator):
    _made, token = make_pass(villager, by=coordinator)
    enrol_totp(villager)

    assert client.post(address_of(token)).url == reverse("mfa_authenticate")
    assert get_user(client).is_anonymous


def test_a_pass_signs_out_whoever_used_this_phone_before(client, villager, coordinator):
    client.force_login(coordinator)
    _made, token = make_pass(villager, by=coordinator)

    assert "วิภา" in client.get(address_of(token)).content.decode()
    client.post(address_of(token))

    assert get_user(client) == villager


def test_the_person_is_told_where_a_message_reaches_her(coordinator, db):
    person = create_person(email="fah@example.org", phone="+66812345678")

    make_pass(person, by=coordinator)
    drain()

    message = Message.objects.get()
    assert (message.channel, message.to) == ("email", "fah@example.org")
    assert "วิภา" in message.body


def race(token, browsers=8):
    """How many of these browsers get in with the same pass at the same moment."""
    gate, won = threading.Barrier(browsers), []

    def run():
        client = Client()
        gate.wait()
        try:
            if client.post(address_of(token)).status_code == 302:
                won.append(client)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run) for _ in range(browsers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(won)


def test_of_eight_browsers_at_once_one_gets_in(own_database):
    _made, token = make_pass(create_person_without_email(), by=create_person())

    assert race(token) == 1


def test_without_the_conditional_update_more_than_one_gets_in(own_database, monkeypatch):
    """The rival runs inside the window, between the look and the update."""
    _made, token = make_pass(create_person_without_email(), by=create_person())
    looked = passes.look_at_pass

    def look_while_a_rival_passes(token):
        found = looked(token)
        monkeypatch.setattr(passes, "look_at_pass", looked)
        use_pass(token)
        return found

    monkeypatch.setattr(passes, "look_at_pass", look_while_a_rival_passes)
    with pytest.raises(PassEnded):
        use_pass(token)

    SignInPass.objects.update(used_at=None, used_from=None)
    monkeypatch.setattr(SignInPass.objects._queryset_class, "open", lambda self, at: self.all())
    monkeypatch.setattr(passes, "look_at_pass", look_while_a_rival_passes)
    assert use_pass(token)
