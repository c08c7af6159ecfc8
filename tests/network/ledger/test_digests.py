"""The published format is a promise to strangers: these digests, made with sha256sum, must never change."""

from datetime import UTC, datetime

from network.ledger.digests import facts_of, private_digest
from network.ledger.verify import FIRST, entry_digest, seal_digest

TRANSFER = [1, "single", "THB", "cash:bank", "fund:rice:available", 50000, ""]


def test_an_entry_digest_stands_for_ever():
    digest = entry_digest("pledge:a:capture", "gift", "2026-11-22", "ab" * 32, [TRANSFER])

    assert digest == "9420244052d7a0a54dab4a6c8f9183dc01b348588c0bce750f46bdd768c36ff4"
    assert (
        seal_digest("fund:rice", 1, FIRST, digest) == "9a4951d507da241ebace7fb7eb431a480959d469c80acf1aa7654f049f54bbea"
    )


def test_a_private_digest_stands_for_ever():
    at = datetime(2026, 11, 22, 10, 0, 0, 123456, tzinfo=UTC)

    assert (
        private_digest("00" * 16, facts_of({"note": "ขอบคุณ", "a": 1}), at, at, [None])
        == "503d75f91fbef973b7e779a186bc8882c63adfe495214c8160d9a319a75e9acf"
    )


def test_private_facts_read_the_same_in_any_order():
    assert facts_of({"b": 1, "a": "ก"}) == facts_of({"a": "ก", "b": 1}) == '{"a":"ก","b":1}'
    assert facts_of(None) == "{}"
