"""Closed for a while, and how things stand: both without a database, neither in the way of a provider."""

import json
import os
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.test import Client

from network.ledger.audit import audit
from network.payments.models import ProviderEvent
from network.upkeep import health, maintenance
from network.upkeep import status as page
from network.upkeep.signs import Sign, State
from tests.network.payments.test_webhook import SECRET, event, post, signature
from tests.network.people.factories import create_person, sign_in_as

STATUS = "/en/status/"


@pytest.fixture(autouse=True)
def folder(tmp_path, settings):
    settings.VAR, settings.BACKUP_FOLDER = tmp_path, tmp_path / "backups"
    page.Kept.status = None
    yield tmp_path
    page.Kept.status = None


@pytest.fixture
def signs(monkeypatch):
    """What `/readyz` would hear; "away" for a database that does not answer."""
    told = {"database": State.WELL, "outbox": State.WELL}

    def look():
        if told.get("away"):
            raise OperationalError
        return [Sign(name, state) for name, state in told.items()]

    monkeypatch.setattr(health, "readiness", look)
    return told


def look(client, **headers):
    answer = client.get(STATUS, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def test_readers_are_told_when_to_come_back_and_in_their_language(client, folder):
    call_command("maintenance", "on", "--words", "ย้าย <เครื่อง>", "--until", "23:59")

    answer = client.get("/th/shop/")
    assert answer.status_code == 503
    assert 60 <= int(answer["Retry-After"]) <= 86_400
    assert answer["Cache-Control"] == "no-store"
    assert "ย้าย &lt;เครื่อง&gt;" in answer.content.decode()
    assert "23:59 น." in answer.content.decode()
    sent = client.post("/en/shop/basket/", {"anything": "typed"})
    assert (sent.status_code, "go back" in sent.content.decode()) == (503, True)
    assert client.get("/desk/").status_code == 503
    with pytest.raises(SystemExit):
        call_command("maintenance", "status")
    call_command("maintenance", "off")
    call_command("maintenance", "off")
    call_command("maintenance", "status")
    assert list(folder.iterdir()) == []


def test_a_file_that_nobody_can_read_closes_all_the_same_and_so_does_the_environment(client, folder, settings):
    for content in ["", "{", "[]", '{"since": "x"}']:
        (folder / "maintenance.json").write_text(content)
        answer = client.get("/en/shop/")
        assert (answer.status_code, answer["Retry-After"]) == (503, "300")
    (folder / "maintenance.json").write_text('{"since": null, "until": "2099-11-28T20:00", "words": ""}')
    assert "20:00" in client.get("/en/shop/").content.decode(), "without a zone it is the province's"
    maintenance.end()
    settings.MAINTENANCE = True
    assert client.get("/en/shop/").status_code == 503
    with pytest.raises(CommandError):
        call_command("maintenance", "off")


@pytest.mark.parametrize("until", ["25:00", "soon", "2020-01-01 10:00"])
def test_an_end_that_cannot_be_is_refused(until, folder):
    with pytest.raises(CommandError):
        call_command("maintenance", "on", "--until", until)
    assert list(folder.iterdir()) == []


def test_a_time_of_the_day_that_has_passed_is_tomorrows():
    passed = datetime.now(UTC) + timedelta(hours=7) - timedelta(minutes=2)
    call_command("maintenance", "on", "--until", f"{passed:%H:%M}")
    left = maintenance.standing().until - datetime.now(UTC)
    assert timedelta(hours=23) < left < timedelta(hours=24)


@pytest.mark.django_db
def test_webhooks_and_probes_go_on_and_staff_are_no_exception(client, settings):
    settings.STRIPE_WEBHOOK_SECRETS = [SECRET]
    person = create_person(is_staff=True, is_superuser=True)
    sign_in_as(client, person)
    maintenance.begin()

    assert post(Client(), event(), signature(event())).status_code == 200
    assert ProviderEvent.objects.count() == 1
    assert client.post("/line/webhook/", b"{}", content_type="application/json").status_code == 400
    assert client.get("/healthz").status_code == 200
    assert client.get("/cms/").status_code == 503
    assert "We are mending the site" in look(client)


def test_the_status_page_tells_of_each_part_and_asks_seldom(client, signs):
    assert "All is well" in look(client)
    signs["outbox"] = State.WORRY
    assert "All is well" in look(client)
    page.Kept.status = None
    assert "All works; something needs a look" in look(client)
    assert json.loads(page.state_file("status").read_text())["states"] == {"database": "well", "outbox": "worry"}


def test_without_a_database_it_says_what_was_last_so_even_to_who_is_signed_in(client, signs):
    client.cookies["sessionid"] = "x" * 32  # whose session nobody can look up now
    look(client)
    page.Kept.status = None
    signs["away"] = True

    told = look(client)
    assert "We cannot reach our own records just now" in told
    assert "when we last reached them" in told
    for content in ["", "[]", '{"states": {"database": "?"}, "at": "x"}']:
        page.state_file("status").write_text(content)
        assert "We cannot reach our own records just now" in look(client)
    page.state_file("books").write_text("{")
    assert "the first reading is still to come" in look(client)


@pytest.mark.django_db
def test_the_last_reading_of_the_books_and_the_age_of_the_backup_stand_there(client, signs, settings):
    audit(partial=True)
    assert "the first reading is still to come" in look(client)
    audit()
    assert ": sound." in look(client)
    page.note_books(["the trigger x is missing"], [("fund:one", 7, "abcdef" * 10)])
    told = look(client)
    assert "something does not agree" in told
    assert "trigger" not in told
    assert "7 · abcdefabcdefabcd<" in told
    settings.BACKUP_FOLDER.mkdir()
    backup = settings.BACKUP_FOLDER / "chanchala-1.backup"
    backup.write_bytes(b"")
    hours_ago = (datetime.now(UTC) - timedelta(hours=5)).timestamp()
    os.utime(backup, (hours_ago, hours_ago))
    assert "5 hours old" in look(client)
