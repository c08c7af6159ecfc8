"""Promise 61: what is kept of people is declared, can be had and corrected, and is erased while the books stay whole."""

import io
import json
import zipfile
from datetime import timedelta
from functools import partial

import pytest
from django.apps import apps
from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from marketplace.order.models import Order
from network.clock import moved, now
from network.ledger.audit import audit
from network.ledger.models import Entry, FoldMark, PrivateNote
from network.ledger.seal import seal_batch
from network.ledger.summary import summary_of_books
from network.locks import TryAgain
from network.organisations.actions import add_member, grant_role
from network.outbox.testing import drain
from network.people.models import Message, User
from network.people.personal_data_registry import EVERY, Subject, registry, subject_of, undeclared
from network.privacy.actions import erasure as actions
from network.privacy.actions.copies import ask_for_copy, delete_over
from network.privacy.actions.erasure import (
    GRACE,
    ask_to_be_forgotten,
    carry_out,
    forget_again,
    take_back,
    what_is_open,
)
from network.privacy.actions.forget import Forgotten
from network.privacy.erasure_log import read_log
from network.privacy.exceptions import NothingWaits, StillOpen
from network.privacy.models import DataCopy, Erasure
from tests.funding.conftest import make_fund, pledge_to
from tests.network.people.factories import create_person, sign_in_as
from tests.network.privacy.a_life import EMAIL, WORDS, a_member, as_guest, where
from tests.races import breaks, race

OURS = ("network.", "funding.", "marketplace.", "cms.", "demo.")
# What the law asks for: the payer on a numbered receipt.
STAYS = {"funding_receipt.payer"}

pytestmark = pytest.mark.promise(61)


@pytest.mark.one_database
def test_every_field_that_may_hold_something_about_a_person_is_declared():
    assert list(undeclared()) == []


@pytest.mark.one_database
def test_what_is_declared_stands_in_the_models_and_of_ours_each_field_by_its_name():
    for holding in registry.holdings:
        known = {field.name for field in holding.model_class._meta.local_fields}
        assert {*holding.fields, *holding.facts} <= known, holding.model
        for name, fate in holding.fields.items():
            assert not fate.years or fate.since in known, f"{holding.model}.{name}"
    for label, names in registry.free.items():
        if label.startswith("wagtailsearch."):
            continue  # which of its tables there are, the database decides
        model = apps.get_model(label)
        assert {*names} - {EVERY} <= {field.name for field in model._meta.local_fields}, label
        assert EVERY not in names or not model.__module__.startswith(OURS), label
        assert all(len(why) > 6 for why in names.values()), label


@pytest.mark.one_database
def test_a_field_that_nobody_declared_is_named(monkeypatch):
    monkeypatch.setitem(registry.free, "funding.Fund", {})

    assert "funding.Fund.permit_number" in undeclared()


def erase(subject):
    erasure = ask_to_be_forgotten(subject, language="th")
    with moved(GRACE):
        drain()
    erasure.refresh_from_db()
    assert erasure.done_at
    return erasure


def the_books():
    """All that can be read of them: chains, entries, accounts. Salts are what an erasure deletes."""
    told = summary_of_books()
    return told["heads"], {name: count for name, count in told["counts"].items() if name != "privatenote"}


@pytest.mark.django_db
def test_after_an_erasure_no_row_of_the_whole_database_names_her_and_the_books_are_the_same(client):
    person, order, slip, pledge = a_member()
    FoldMark.objects.get_or_create(pk=1)
    assert seal_batch(Entry.objects.latest("pk").pk, 1000)
    files, before = slip.picture, the_books()
    fund, pages = (
        reverse("funds:ledger", args=[pledge.fund.slug]),
        [order.get_absolute_url(), pledge.get_absolute_url()],
    )
    assert files.storage.exists(files.name)
    assert {"people_user.email", "order_order.name", "order_shippingaddress.line1"} <= where(WORDS)
    assert "Needleton" in client.get(fund).content.decode()
    past = transaction.savepoint()

    erasure = erase(subject_of(person))

    with moved(timedelta(days=8)):
        drain()
        actions.forget_what_was_kept()
    assert where(WORDS) == STAYS
    assert the_books() == before
    assert audit() == []
    about_her = Entry.objects.filter(key__startswith=pledge.ref)
    assert about_her.exists()
    assert not PrivateNote.objects.filter(entry__in=about_her).exists()
    assert not files.storage.exists(files.name)
    left(person)
    assert "Needleton" not in client.get(fund).content.decode()
    assert [client.get(page).status_code for page in pages] == [404, 404]
    new_address = Order.objects.get(pk=order.pk).get_absolute_url()
    assert client.get(new_address).status_code == 200
    entry = logged(erasure, person)
    the_receipt_goes_when_the_law_asks_for_it_no_longer(pledge)

    transaction.savepoint_rollback(past)  # an old backup comes back
    assert "people_user.email" in where(WORDS)
    assert forget_again(entry)
    assert where(WORDS) == STAYS
    assert not forget_again(entry)
    assert the_books() == before


def logged(erasure, person):
    """The log's entry names her by an id alone."""
    [entry] = [entry for entry in read_log() if entry["erasure"] == erasure.public_id]
    assert entry["user"] == person.public_id
    assert not any(word in json.dumps(entry) for word in WORDS)
    return entry


def left(person):
    person.refresh_from_db()
    assert (person.is_active, person.has_usable_password()) == (False, False)
    assert not person.memberships.standing().exists()
    with override("en"):
        assert str(person) == "somebody who has left"


def the_receipt_goes_when_the_law_asks_for_it_no_longer(pledge):
    with moved(timedelta(days=365 * 5 + 30)):
        assert actions.forget_what_was_kept() == 0
        pledge.receipt.refresh_from_db()
        assert pledge.receipt.payer == "Malee Needleton"
    with moved(timedelta(days=365 * 6 + 30)):
        assert actions.forget_what_was_kept() == 1
    pledge.receipt.refresh_from_db()
    assert pledge.receipt.payer == "–"
    assert Erasure.objects.get().kept == {}


@pytest.mark.django_db
def test_a_guest_is_found_again_by_the_refs_of_her_things():
    pledge, attempt = pledge_to(make_fund())
    entry = {"erasure": "bcdfghjkmp", "done_at": now().isoformat(), "user": None, "refs": [pledge.ref]}

    assert forget_again(entry)
    assert where(["donor@example.org"]) == set()
    assert not forget_again(entry)


@pytest.mark.django_db
def test_within_the_week_it_is_taken_back_from_the_link_in_every_message_and_nothing_has_changed(client):
    person = create_person(email=EMAIL, first_name="Malee", phone="+66812345678", phone_verified=True)
    erasure = ask_to_be_forgotten(subject_of(person), language="th")
    assert ask_to_be_forgotten(subject_of(person), language="th") == erasure
    drain()
    told = Message.objects.filter(template="privacy/messages/erasure_waits")
    assert {EMAIL} <= set(told.values_list("to", flat=True))
    path = reverse("privacy:take_back", args=[erasure.token])
    assert all(erasure.token in message.body for message in told)

    assert client.get(path).status_code == 200
    assert Erasure.objects.waiting().exists()
    client.post(path)
    client.post(path)

    with pytest.raises(NothingWaits):
        take_back(erasure)
    with moved(GRACE + timedelta(days=1)):
        drain()
        assert not carry_out(Erasure.objects.get())
    person.refresh_from_db()
    assert (person.email, person.is_active) == (EMAIL, True)


@pytest.mark.django_db
def test_what_is_open_is_said_in_words_and_nothing_is_begun():
    person = create_person()
    pledge, attempt = pledge_to(make_fund(), user=person)
    attempt.status = "checking"
    attempt.save()

    with override("en"), pytest.raises(StillOpen) as refused:
        ask_to_be_forgotten(subject_of(person), language="en")

    assert refused.value.reasons == ["A payment of yours is still being checked."]
    assert not Erasure.objects.exists()


@pytest.mark.django_db
def test_nobody_leaves_who_alone_answers_for_something():
    order, _slip, _pledge = as_guest()
    [consignment] = order.consignments.all()
    organisation = consignment.seller.organisation
    owner, treasurer = create_person(), create_person()
    organisation.memberships.all().delete()
    add_member(organisation, owner, role="owner", at=now())
    grant_role(treasurer, "treasurer")
    with override("en"):
        assert [words.partition(" has ")[2] for words in what_is_open(subject_of(owner))] == [
            "money to come, and nobody else answers for it. Let somebody else become owner."
        ]
        assert len(what_is_open(subject_of(treasurer))) == 1
        consignment.state = "packed"
        consignment.save()
        assert len(what_is_open(subject_of(owner))) == 2
        assert what_is_open(Subject(None, (EMAIL,))) == ["An order of yours has not arrived yet."]

    add_member(organisation, create_person(), role="owner", at=now())
    grant_role(create_person(), "treasurer")
    assert what_is_open(subject_of(owner)) == what_is_open(subject_of(treasurer)) == []


@pytest.mark.django_db
def test_what_came_up_in_the_week_puts_it_off_and_she_hears_why():
    person = create_person(email=EMAIL)
    erasure = ask_to_be_forgotten(subject_of(person), language="en")
    pledge, attempt = pledge_to(make_fund(), user=person)
    attempt.status = "checking"
    attempt.save()

    with moved(GRACE):
        drain()

    erasure.refresh_from_db()
    assert erasure.is_waiting
    assert erasure.due_at > now() + GRACE
    assert "still being checked" in Message.objects.get(template="privacy/messages/erasure_put_off").body


def erased_by(workers, number=0):
    """How many of so many workers at once believe that they did it."""
    person = create_person(email=f"needle{number}@example.org")
    erasure = ask_to_be_forgotten(subject_of(person), language="th")
    with moved(GRACE):
        answers = race(*[partial(carry_out, Erasure.objects.get(pk=erasure.pk)) for _worker in range(workers)])
    assert {type(answer) for answer in answers} <= {bool, TryAgain}, answers
    return sum(answer is True for answer in answers)


@pytest.mark.usefixtures("own_database")
def test_of_many_workers_one_erases(soak):
    for number in range(20 if soak else 1):
        assert erased_by(4, number) == 1


@pytest.mark.usefixtures("own_database")
def test_without_the_guard_several_do(monkeypatch, soak):
    monkeypatch.setattr(actions, "GUARDED", False)
    monkeypatch.setattr(actions, "forget", lambda subject: Forgotten([]))
    assert breaks(lambda number: erased_by(2, number) > 1) >= 9


@pytest.mark.django_db
def test_a_copy_holds_all_of_hers_and_nothing_of_others_and_only_she_fetches_it(client):
    person, order, _slip, pledge = a_member()
    other = create_person(email="other@example.org", first_name="Other")
    copy = ask_for_copy(subject_of(person), language="th")
    assert ask_for_copy(subject_of(person), language="th") == copy
    drain()
    copy.refresh_from_db()
    path = reverse("privacy:fetch", args=[copy.public_id])

    sign_in_as(client, other)
    assert client.get(path).status_code == 404
    sign_in_as(client, person)
    answer = client.get(path)
    archive = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))

    names = set(archive.namelist())
    assert {"index.th.html", "index.en.html", "data/people.json", "data/order.json", "data/funding.json"} <= names
    assert any(name.startswith("files/payments-slip") for name in names)
    everything = b"".join(archive.read(name) for name in names).decode(errors="ignore")
    assert all(word in everything for word in [*WORDS, order.number])
    assert "other@example.org" not in everything
    assert person.password not in everything
    things = b"".join(archive.read(f"data/{room}.json") for room in ("order", "funding", "payments")).decode()
    assert not any(secret in things for secret in [pledge.token, order.token])
    assert "no-store" in answer["Cache-Control"]

    stored = copy.file
    with moved(timedelta(hours=49)):
        assert client.get(path).status_code in {302, 404}
        assert delete_over() == 1
    assert not stored.storage.exists(stored.name)
    assert not DataCopy.objects.exists()


@pytest.mark.django_db
def test_a_copy_that_was_never_made_is_asked_for_anew():
    subject = subject_of(create_person())
    lost = ask_for_copy(subject, language="th")
    with moved(timedelta(hours=2)):
        assert not DataCopy.objects.of(subject).standing(now()).exists()
        again = ask_for_copy(subject, language="th")
        drain()
        assert DataCopy.objects.of(subject).standing(now()).get() == again != lost
        again.refresh_from_db()
        assert again.is_ready


@pytest.mark.django_db
def test_without_a_fresh_proof_nothing_is_fetched_or_erased(client):
    person = create_person(email=EMAIL)
    sign_in_as(client, person)
    copy = ask_for_copy(subject_of(person), language="th")
    drain()
    with override("th"):
        fetching = reverse("privacy:fetch", args=[copy.public_id])
        doing = [reverse("privacy:erase"), reverse("privacy:copy")]

    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 16 * 60
    session.save()
    answers = [client.get(fetching), *(client.post(path, {"sure": "on"}) for path in doing)]
    assert [answer.templates[0].name for answer in answers] == ["people/prove_again.html"] * 3
    assert not Erasure.objects.exists()
    assert User.objects.filter(pk=person.pk, email=EMAIL).exists()
