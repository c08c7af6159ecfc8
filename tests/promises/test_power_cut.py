"""Promise 43: writers are killed in the middle of their work, and PostgreSQL with them; what was acknowledged stands."""

import os
import signal
from itertools import count

import pytest
from django.db import connection, connections

from network.ledger.audit import audit
from network.ledger.models import Entry
from network.ledger.seal import seal_books
from tests.books import fund, give, pay_out
from tests.processes import in_a_process_of_its_own, wait_until

WRITERS = 4


@pytest.fixture
def database(request, own_database):
    return request.getfixturevalue("server") if connection.vendor == "postgresql" else None


def write_until_killed(writer, note):
    """A gift, a grant out of it, and a word of each to the outside world once it is committed."""
    purse = fund(f"writer{writer}")
    with note.open("a", buffering=1) as told:
        for n in count():
            for act, satang in ((give, 100_00), (pay_out, 99_00)):
                key = f"{act.__name__}:{note.stem}:{n}"
                act(purse, satang, key=key)
                print(key, file=told)


def acknowledged(notes):
    """Whole lines only: the last may have been cut off with its writer."""
    return [line for note in notes if note.exists() for line in note.read_text().split("\n")[:-1]]


def cut_the_power(writers, database):
    """Everybody at once, without a word; then the database comes back."""
    for pid in writers:
        os.kill(pid, signal.SIGKILL)
    if database:
        database.crash()
    for pid in writers:
        os.waitpid(pid, 0)
    connections.close_all()
    if database:
        database.start()


@pytest.mark.promise(43)
def test_what_was_acknowledged_outlives_a_power_cut(database, tmp_path, soak):
    notes = []
    for number in range(20 if soak else 2):
        begun = [tmp_path / f"r{number}w{writer}" for writer in range(WRITERS)]
        before = len(acknowledged(notes))
        notes.extend(begun)
        writers = [
            in_a_process_of_its_own(lambda writer=writer, note=note: write_until_killed(writer, note))
            for writer, note in enumerate(begun)
        ]
        wait_until(lambda before=before: len(acknowledged(notes)) > before + (400 if soak else 60))
        cut_the_power(writers, database)

        told = acknowledged(notes)
        assert set(told) <= set(Entry.objects.values_list("key", flat=True))
        assert len(set(told)) == len(told)
        assert seal_books() > 0
        assert audit() == []
    # Nothing else is there either, but what each writer had in its hands.
    assert Entry.objects.count() <= len(told) + len(notes)
