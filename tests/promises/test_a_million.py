"""Promise 4 at its stated size: a million transfers are checked whole in 40 seconds, what is new in two."""

import time

import pytest

from network.ledger.actions.post import compose
from network.ledger.audit import audit
from network.ledger.models import Entry, PrivateNote, Transfer
from network.ledger.seal import seal_books
from tests.books import cash, fund, give, pay_out

FUNDS, BATCH = 20, 5000


def write_gifts(count):
    """Gifts to many funds, written in bulk; every trigger judges every row."""
    bank, funds = cash(), [fund(f"number{n}") for n in range(FUNDS)]
    for start in range(0, count, BATCH):
        made = [gift(number, bank, funds[number % FUNDS]) for number in range(start, min(start + BATCH, count))]
        Entry.objects.bulk_create([entry for entry, _note, _row in made])
        PrivateNote.objects.bulk_create(note_of(entry, *note) for entry, note, _row in made)
        Transfer.objects.bulk_create(row_of(entry, row) for entry, _note, row in made)


def gift(number, bank, account):
    row = Transfer(debit=bank, credit=account, amount=1_00, unit="THB")
    return *compose(f"gift:{number}", "gift", [row], None, None), row


def note_of(entry, salt, facts):
    return PrivateNote(entry=entry, salt=salt, facts=facts)


def row_of(entry, row):
    row.entry = entry
    return row


def timed(function, *args, **kwargs):
    started = time.monotonic()
    return function(*args, **kwargs), time.monotonic() - started


@pytest.mark.promise(4)
@pytest.mark.slow
def test_many_transfers_are_checked_in_time(own_database, soak, record_property):
    count = 1_000_000 if soak else 4_000
    write_gifts(count)
    sealed, sealing = timed(seal_books)
    faults, whole = timed(audit, jobs=2)
    give(fund("number0"), 5_00, key="new")
    seal_books()
    newer, partial = timed(audit, partial=True)
    balance, reading = timed(fund("number0").balance)
    _entry, draining = timed(pay_out, fund("number0"), 1_00)
    for name, seconds in {"sealing": sealing, "whole": whole, "partial": partial, "drain": draining}.items():
        record_property(name, f"{seconds:.3f} s")
        print(f"{name}: {seconds:.3f} s")

    assert (sealed, faults, newer) == (count, [], [])
    assert balance == count // FUNDS * 1_00 + 5_00
    assert (whole < 40, partial < 2, reading < 0.1, draining < 0.1) == (True, True, True, True)
