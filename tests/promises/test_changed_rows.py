"""Promise 8: whoever goes round the triggers and changes a row is found, and the entry named."""

import random
from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from network.ledger import triggers
from network.ledger.audit import audit
from network.ledger.models import Entry
from network.ledger.seal import seal_books
from tests.books import write_a_past

FIELDS = {
    "entry": ["key", "kind", "day", "happened_at", "recorded_at", "size", "private_digest", "digest"],
    "transfer": ["entry_id", "n", "kind", "unit", "debit_id", "credit_id", "amount", "origin_id", "expires_at", "hold"],
    "privatenote": ["salt", "facts"],
    "seal": ["book", "position", "entry_id", "previous", "digest"],
}
NOTHING = {"origin_id": 1, "expires_at": "2026-12-01 00:00:00+00:00"}
PLACES = [(table, field) for table, fields in FIELDS.items() for field in fields]


@pytest.mark.promise(8)
@pytest.mark.usefixtures("own_database")
def test_any_changed_field_of_any_entry_is_found(soak):
    """A change is found by the check, or the plain constraints refuse it even without the triggers."""
    write_a_past(250 if soak else 30)
    seal_books()
    triggers.lift(connection)
    triggers_gone = len(audit())
    assert triggers_gone == len(triggers.missing(connection))
    chance, refused, named = random.Random(8), 0, 0

    for entry in Entry.objects.order_by("pk"):
        table, field = chance.choice(PLACES)
        found = faults_after(table, field, entry, chance)
        if found is None:
            refused += 1
        else:
            assert names(found[triggers_gone:], entry), (table, field, entry.key, found)
            named += 1

    assert named > 2 * refused
    triggers.install(connection)
    assert audit() == []


def names(faults, entry):
    """The chains name an entry by its key and places, the invariants by the ids of transfers."""
    marks = [f"entry {entry.key} (", f"({', '.join(f'{seal.book} {seal.position}' for seal in entry.seals.all())}):"]
    marks += [f"'transfer': {pk}}}" for pair in entry.transfers.values_list("pk", "origin_id") for pk in pair if pk]
    return any(mark in fault for fault in faults for mark in marks)


def faults_after(table, field, entry, chance):
    """All faults found once one field of one row of the entry was changed (then undone); None if it was refused."""
    whose, own = ("id" if table == "entry" else "entry_id"), ("entry_id" if table == "privatenote" else "id")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {own}, {field} FROM ledger_{table} WHERE {whose} = %s", [entry.pk])
        pk, value = cursor.fetchone()
        try:
            with transaction.atomic():
                cursor.execute(
                    f"UPDATE ledger_{table} SET {field} = %s WHERE {own} = %s", [almost(value, field, chance), pk]
                )
                found = audit()
                transaction.set_rollback(True)
                return found
        except IntegrityError:
            return None


def almost(value, field, chance):
    """Another value that is nearly the same."""
    if value is None:
        return NOTHING[field]
    if isinstance(value, int):
        return value + 1
    if isinstance(value, datetime):
        return value + timedelta(microseconds=1)
    if isinstance(value, date):
        return value + timedelta(days=1)
    place = chance.randrange(len(value))
    other = chance.choice([digit for digit in "0123456789abc" if digit != value[place]])
    return value[:place] + other + value[place + 1 :]
