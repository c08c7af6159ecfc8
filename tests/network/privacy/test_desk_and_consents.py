"""Consents are taken back by one press; requests and breaches run against a clock that the desk shows."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.translation import override

from network.clock import moved, now
from network.organisations.actions import grant_role
from network.outbox.testing import drain
from network.people.actions.consents import record_consent
from network.people.models import Consent, Message
from network.people.personal_data_registry import subject_of
from network.privacy.actions.erasure import ask_to_be_forgotten
from network.privacy.models import Breach, DataRequest
from tests.network.people.factories import create_person, sign_in_as

pytestmark = [pytest.mark.django_db, pytest.mark.promise(61)]


@pytest.fixture
def officer(client):
    person = create_person(email="officer@example.org", first_name="Officer")
    grant_role(person, "admin", by=person)
    sign_in_as(client, person)
    return person


def path_of(name, *args):
    with override("th"):
        return reverse(name, args=args)


def test_a_consent_is_taken_back_and_given_again_by_one_press_each(client):
    person, path = create_person(), path_of("privacy:consents")
    given = record_consent("photo", text_version="1", user=person, language="en")
    terms = record_consent("order", text_version="1", user=person, ref="order:x")
    others = record_consent("newsletter", text_version="1", user=create_person())
    sign_in_as(client, person)
    assert client.get(path).content.decode().count('name="consent"') == 1

    client.post(path, {"consent": given.pk})
    client.post(path, {"consent": given.pk})
    client.post(path, {"consent": given.pk})

    photo = Consent.objects.filter(user=person, purpose="photo")
    assert [bool(one.withdrawn_at) for one in photo.order_by("pk")] == [True, False]
    assert DataRequest.objects.get().kind == "objection"  # somebody must look for the pictures
    for wrong in (terms.pk, others.pk, "9" * 30, "x", ""):
        assert client.post(path, {"consent": wrong}).status_code == 404
    assert Consent.objects.standing().filter(pk__in=[terms.pk, others.pk]).count() == 2


def test_a_question_is_noted_once_and_answered_to_her(client, officer):
    person, key = create_person(email="fah@example.org"), {"key": "k" * 20}
    sign_in_as(client, person)
    assert client.post(path_of("privacy:ask"), key | {"kind": "other", "words": ""}).status_code == 422
    for _press in range(2):
        assert client.post(path_of("privacy:ask"), key | {"kind": "other", "words": "Why?"}).status_code == 302
    asked = DataRequest.objects.get()
    assert asked.due_at - asked.came_at == timedelta(days=30)
    assert client.get(path_of("privacy_desk:overview")).status_code == 403

    sign_in_as(client, officer)
    with moved(timedelta(days=24)):
        assert asked.runs_short(now())
    assert "Why?" in client.get(path_of("privacy_desk:request", asked.public_id)).content.decode()
    for answer in ("", "Because.", "Never."):
        client.post(path_of("privacy_desk:request", asked.public_id), {"answer": answer})
    drain()

    asked.refresh_from_db()
    assert (asked.answer, asked.answered_by) == ("Because.", officer)
    assert "Because." in Message.objects.get(to="fah@example.org").body


def test_a_breach_runs_seventy_two_hours_and_stands_at_the_desk_until_it_is_decided(client, officer):
    told = {"key": "b" * 20, "what": "A list was mailed", "whose": "3 buyers"}
    path = path_of("privacy_desk:new_breach")
    assert client.post(path, told | {"noticed_at": "2999-01-01T10:00"}).status_code == 422
    for _press in range(2):
        client.post(path, told | {"noticed_at": "2026-11-01T10:00"})
    breach = Breach.objects.get()
    assert breach.due_at - breach.noticed_at == timedelta(hours=72)
    today = client.get("/desk/").content.decode()
    assert path_of("privacy_desk:overview") in today
    own = path_of("privacy_desk:breach", breach.public_id)
    assert client.get(own).status_code == 200
    assert client.post(own, {"risk": "some", "measures": ""}).status_code == 422

    client.post(own, {"risk": "some", "measures": "The office was told."})

    breach.refresh_from_db()
    assert (breach.risk, breach.decided_by) == ("some", officer)
    assert "A list was mailed" in client.get(path_of("privacy_desk:overview")).content.decode()
    noted = {"key": "n" * 20, "kind": "erasure", "name": "นก", "contact": "081 234 5678", "words": "โทรมา"}
    client.post(path_of("privacy_desk:new_request"), noted)
    assert DataRequest.objects.get().contact == "+66812345678"
    assert DataRequest.objects.get().noted_by == officer


def test_where_her_name_stands_in_words_a_person_hears_while_it_is_still_known():
    person = create_person(first_name="Malee", last_name="Needleton")
    Breach.objects.create(
        key="1", noticed_at=now(), noted_at=now(), noted_by=create_person(), whose="-", what="By Malee Needleton"
    )
    erasure = ask_to_be_forgotten(subject_of(person), language="th")

    asked = DataRequest.objects.get()
    assert (asked.kind, asked.user, asked.due_at) == ("named", person, erasure.due_at)
    assert [place[0] for place in asked.places] == ["privacy.Breach"]


def test_a_guest_proves_her_contact_by_a_code_and_no_account_is_made(client):
    pages = [path_of(name) for name in ("privacy:index", "privacy:erase", "privacy:consents", "privacy:ask")]
    for page in pages:
        assert client.get(page).url == path_of("privacy:prove")
    assert client.post(path_of("privacy:prove"), {"contact": "x"}).status_code == 422
    client.post(path_of("privacy:prove"), {"contact": "nok@example.org"})
    drain()
    code = Message.objects.get(to="nok@example.org").body
    digits = "".join(letter for letter in code if letter.isdigit())[:6]
    assert client.post(path_of("privacy:prove_code"), {"code": "000000"}).status_code == 422
    client.post(path_of("privacy:prove_code"), {"code": digits})

    assert [client.get(page).status_code for page in pages] == [200] * len(pages)
    assert "nok@example.org" in client.get(pages[0]).content.decode()
    session = client.session
    session["own_data"] = session["own_data"] | {"at": session["own_data"]["at"] - 16 * 60}
    session.save()
    assert client.get(pages[0]).status_code == 302
