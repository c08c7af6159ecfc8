"""The doctor names what is wrong and how to mend it, in the reader's language, and says by its code how urgent it is."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection

from network.clock import moved
from network.outbox.models import Promise
from network.upkeep import examination, signs
from network.upkeep.actions import back_up
from network.upkeep.signs import Sign, State


def told(capsys, **options):
    """(exit code, everything said)."""
    try:
        call_command("doctor", **options)
    except SystemExit as ended:
        return ended.code, capsys.readouterr().out
    return 0, capsys.readouterr().out


@pytest.fixture
def healthy(site, settings, monkeypatch):
    """A site to which nothing is left to be said."""
    settings.BACKUP_KEY = "a key that nobody guesses"
    settings.SITE_URL = "https://chanchala.example.org"
    monkeypatch.setattr(examination, "WITHOUT_DATABASE", examination.WITHOUT_DATABASE[1:])  # the tests' own settings
    back_up(settings.BACKUP_FOLDER)
    Promise.objects.all().delete()


def test_a_healthy_site_gets_a_clean_bill(healthy, capsys):
    code, words = told(capsys, language="en")
    assert (code, words.strip().splitlines()[-1]) == (0, "All is well."), words
    assert words.count("✓") == len(examination.WITHOUT_DATABASE) + len(examination.WITH_DATABASE) + 1


AILMENTS = {
    "address": (dict(SITE_URL="http://x.example"), 1, "HTTPS", "SITE_URL"),
    "mail": (dict(EMAIL_BACKEND="django.core.mail.backends.console.EmailBackend"), 1, "nowhere", "EMAIL_URL"),
    "stripe": (dict(STRIPE_WEBHOOK_SECRETS=[]), 1, "webhook secret", "STRIPE_WEBHOOK_SECRETS"),
    "backups": (dict(BACKUP_KEY=""), 1, "not encrypted", "BACKUP_KEY"),
    "assets": (dict(ASSETS_BUILT=True), 2, "not built", "collectstatic"),
    "broker": (dict(CELERY_BROKER_URL="redis://127.0.0.1:1/0"), 1, "Redis", "REDIS_URL"),
}


@pytest.mark.parametrize("name", AILMENTS)
def test_what_is_set_up_wrongly_is_named_with_its_cure(healthy, settings, capsys, name):
    changes, urgency, words, cure = AILMENTS[name]
    settings.DEMO = False
    for setting, value in changes.items():
        setattr(settings, setting, value)
    code, said = told(capsys, language="en")
    assert code == urgency
    [_before, _mark, ailment] = said.partition(f"{'!' if urgency == 1 else '✗'} {name}\n")
    lines = ailment.splitlines()
    assert words in lines[0]
    assert cure in lines[1]


def test_a_backup_older_than_a_day_and_a_night_is_missed(healthy, settings, monkeypatch):
    monkeypatch.setattr(examination, "OLD", timedelta(0))
    assert examination.backups().state is State.WORRY


def test_late_and_given_up_promises_are_told(healthy, capsys):
    Promise.objects.create(topic="test.late", made_at="2026-11-01T00:00Z", due="2026-11-01T00:00Z")
    Promise.objects.create(
        topic="test.dead", made_at="2026-11-01T00:00Z", due="2026-11-01T00:00Z", dead_at="2026-11-02T00:00Z"
    )
    code, said = told(capsys, language="en")
    assert code == 1
    assert "1 promises (mails" in said
    assert "1 promises were given up" in said


def test_books_that_lost_their_guards_are_urgent(healthy, capsys):
    examination.triggers.lift(connection)
    code, said = told(capsys, language="en")
    assert code == 2
    assert "✗ guards" in said


def test_books_with_a_changed_row_are_urgent(healthy, capsys):
    examination.triggers.lift(connection)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_entry SET kind = 'changed' WHERE id = (SELECT min(id) FROM ledger_entry)")
    examination.triggers.install(connection)
    code, said = told(capsys, language="en")
    assert code == 2
    assert "content does not match its digest" in said


def test_without_a_database_it_says_what_it_still_can(healthy, capsys, monkeypatch):
    def away():
        raise OperationalError

    monkeypatch.setattr(signs, "database", away)
    code, said = told(capsys, language="th")
    assert code == 2
    assert "ฐานข้อมูลไม่ตอบ" in said
    assert said.strip().endswith("เรื่องนี้เร่งด่วน")


def test_clocks_that_disagree_are_told(healthy):
    assert examination.clocks() == Sign("clocks")
    with moved(timedelta(minutes=2)):
        assert "120" in examination.clocks().words
