"""Promise 8: every entry is sealed into its book's chain, and a changed row is found by us and by strangers."""

import json
import random
import subprocess
import sys
from datetime import timedelta

import pytest

from network.clock import moved
from network.ledger import verify
from network.ledger.actions import erase_private
from network.ledger.audit import audit
from network.ledger.export import export_book, heads
from network.ledger.invariants import SEALED_IN_TIME
from network.ledger.models import Entry, Seal
from network.ledger.seal import seal_books
from network.outbox.keeping import keep_due
from network.outbox.schedule import promise_turns
from tests.books import fund, give, move, write_a_past

pytestmark = [pytest.mark.promise(8), pytest.mark.usefixtures("own_database")]


def exported(book="fund:rice"):
    return "".join(export_book(book)).encode()


def test_every_entry_gets_a_place_in_each_of_its_books():
    give(fund(), 10_00)
    move(fund(), fund("river"), 3_00, "between")
    seal_books()

    assert list(Seal.objects.order_by("book", "position").values_list("book", "position", "entry__key")) == [
        ("fund:rice", 1, "gift:1"),
        ("fund:rice", 2, "between"),
        ("fund:river", 1, "between"),
        ("market", 1, "gift:1"),
    ]
    assert audit() == []


def test_within_a_minute_the_schedule_has_sealed_it():
    give(fund(), 10_00)
    entry = Entry.objects.get()

    with moved(timedelta(seconds=40)):
        promise_turns()
        keep_due()

    seal = Seal.objects.get(book="fund:rice")
    assert seal.entry == entry
    assert seal.sealed_at - entry.recorded_at < timedelta(seconds=60)


def test_five_minutes_unsealed_is_an_alarm():
    give(fund(), 10_00)

    assert SEALED_IN_TIME() == []
    with moved(timedelta(minutes=5, seconds=1)):
        assert [row["entry"] for row in SEALED_IN_TIME()] == ["gift:1"]


def test_the_sealed_bytes_hold_no_personal_data_nor_seconds():
    give(fund(), 10_00, private={"name": "Somchai", "phone": "+66812345678"})
    seal_books()

    [row] = json.loads(exported())["entries"]
    assert set(row) == {"position", "key", "kind", "day", "transfers", "private", "digest", "previous", "seal"}
    assert row["day"] == Entry.objects.get().day.isoformat()
    assert not any(word in exported().decode() for word in ("Somchai", "812345678", ":00Z"))


def test_erasing_a_person_leaves_the_chain_whole():
    entry = give(fund(), 10_00, private={"name": "Somchai"})
    seal_books()
    before = exported()
    erase_private([entry])

    assert audit() == []
    assert exported() == before
    assert verify.verify(verify.read(before)) == []


def test_the_chain_starts_anew_for_nobody():
    """Who writes the whole chain anew is found by a head that was published before."""
    write_a_past(2)
    seal_books()
    published = {book: (position, digest) for book, position, digest in heads()}["fund:rice"]
    export = json.loads(exported())
    forged = rewritten(export, amount=1)

    assert verify.verify(forged) == []
    assert verify.verify(forged, [published]) == [f"the head {published[0]}:{published[1]} is not in this chain"]
    assert verify.verify(export, [published]) == []


def rewritten(export, amount):
    """The same book with one amount changed and every digest after it made right again."""
    export = json.loads(json.dumps(export))
    export["entries"][0]["transfers"][0]["amount"] = amount
    previous = verify.FIRST
    for row in export["entries"]:
        transfers = [list(transfer.values()) for transfer in row["transfers"]]
        row["digest"] = verify.entry_digest(row["key"], row["kind"], row["day"], row["private"], transfers)
        row["previous"] = previous
        previous = row["seal"] = verify.seal_digest(export["book"], row["position"], previous, row["digest"])
    export["head"]["digest"] = previous
    return export


def test_any_flipped_byte_of_the_export_is_named(soak):
    entries = 1000 if soak else 60
    write_a_past(entries // 4)
    seal_books()
    raw, chance = exported(), random.Random(8)
    lines = raw.splitlines(keepends=True)
    assert verify.verify(verify.read(raw)) == []
    assert len(lines) == entries + 2

    for position in range(1, entries + 1):
        line = bytearray(lines[position])
        line[chance.randrange(len(line) - 1)] ^= 1 << chance.randrange(8)
        found = faults_in(b"".join([*lines[:position], bytes(line), *lines[position + 1 :]]))
        assert found.startswith(f"position {position}:"), (bytes(line), found)


def faults_in(raw):
    try:
        return "".join(verify.verify(verify.read(raw)))
    except verify.Broken as broken:
        return str(broken)


def test_the_verifier_stands_alone(tmp_path):
    write_a_past(2)
    seal_books()
    for name, raw in {"good": exported(), "bad": exported().replace(b"10001", b"10007")}.items():
        (tmp_path / name).write_bytes(raw)

    good = subprocess.run([sys.executable, "-I", verify.__file__, tmp_path / "good"], capture_output=True, text=True)
    bad = subprocess.run([sys.executable, "-I", verify.__file__, tmp_path / "bad"], capture_output=True, text=True)
    assert (good.returncode, good.stdout) == (0, "fund:rice: 8 entries, none changed\n")
    assert (bad.returncode, bad.stdout.split(":")[0]) == (1, "position 5")
