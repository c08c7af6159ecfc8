"""The published format is a promise to strangers: these digests, made with sha256sum, must never change."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from network.ledger.digests import Stamp, facts_of, private_digest, stamp
from network.ledger.models import Entry, Transfer
from network.ledger.verify import FIRST, entry_digest, seal_digest
from tests.books import fund, give

TRANSFER = [1, "single", "THB", "cash:bank", "fund:rice:available", 50000, ""]


def test_an_entry_digest_stands_for_ever():
    digest = entry_digest("pledge:a:capture", "gift", "2026-11-22", "ab" * 32, [TRANSFER])

    assert digest == "9420244052d7a0a54dab4a6c8f9183dc01b348588c0bce750f46bdd768c36ff4"
    assert (
        seal_digest("fund:rice", 1, FIRST, digest) == "9a4951d507da241ebace7fb7eb431a480959d469c80acf1aa7654f049f54bbea"
    )


def test_a_private_digest_stands_for_ever():
    at = stamp(datetime(2026, 11, 22, 10, 0, 0, 123456, tzinfo=UTC))

    assert (
        private_digest("00" * 16, facts_of({"note": "ขอบคุณ", "a": 1}), at, at, [""])
        == "503d75f91fbef973b7e779a186bc8882c63adfe495214c8160d9a319a75e9acf"
    )


def test_private_facts_read_the_same_in_any_order():
    assert facts_of({"b": 1, "a": "ก"}) == facts_of({"a": "ก", "b": 1}) == '{"a":"ก","b":1}'
    assert facts_of(None) == "{}"


BANGKOK = timezone(timedelta(hours=7))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2026, 11, 22, 10, 0, tzinfo=UTC), "2026-11-22T10:00:00.000000Z"),
        (datetime(2026, 11, 22, 10, 0, 0, 5, tzinfo=UTC), "2026-11-22T10:00:00.000005Z"),
        (datetime(2026, 1, 1, 0, 30, 0, 120000, tzinfo=BANGKOK), "2025-12-31T17:30:00.120000Z"),
    ],
)
def test_the_database_stamps_a_moment_as_we_do(moment, text):
    entry = give(fund(), 1_00, happened_at=moment)
    stamped = Entry.objects.values_list(Stamp("happened_at"), flat=True).get(pk=entry.pk)

    assert (stamp(moment), stamped) == (text, text)


@pytest.mark.django_db
def test_no_moment_has_an_empty_stamp():
    entry = give(fund(), 1_00)

    assert stamp(None) == Transfer.objects.values_list(Stamp("expires_at"), flat=True).get(entry=entry) == ""
