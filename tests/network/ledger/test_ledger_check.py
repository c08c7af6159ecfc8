"""`manage.py ledger_check`: what it says, and with which exit code."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from network.ledger import triggers
from network.ledger.export import CSV_COLUMNS, book_rows, csv_rows, heads, publish_heads
from network.ledger.models import Checkpoint, FoldMark
from network.ledger.seal import seal_books
from network.ledger.signals import heads_published
from tests.books import fund, give, write_a_past

pytestmark = pytest.mark.usefixtures("own_database")


def forge(statement):
    """Change a row as somebody who can switch the triggers off."""
    triggers.lift(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement)
    triggers.install(connection)


def failing(capsys, *options):
    with pytest.raises(CommandError) as failure:
        call_command("ledger_check", *options)
    assert failure.value.returncode == 1
    return capsys.readouterr().err


def broken(said):
    """(invariant, row) of each line that names one."""
    return {(line.split(": ")[0], line[line.index("{") :]) for line in said.splitlines() if "{" in line}


def test_sound_books(capsys):
    write_a_past(2)
    seal_books()
    call_command("ledger_check")

    assert capsys.readouterr().out == "The books are sound up to entry 10.\n"


def test_books_without_any_entry(capsys):
    call_command("ledger_check")

    assert capsys.readouterr().out == "The books are sound up to entry 0.\n"


def test_a_changed_amount_is_named_by_its_entry(capsys):
    write_a_past(2)
    seal_books()
    forge("UPDATE ledger_transfer SET amount = amount + 1 WHERE id = 3")

    said = failing(capsys)
    assert "entry hold:0 (fund:rice 2, market 3): its content does not match its digest" in said
    assert {("ledger.I5", "{'transfer': 3}"), ("ledger.I3", "{'account': 'fund:rice:available'}")} <= broken(said)


def test_many_processes_find_the_same(capsys, monkeypatch):
    monkeypatch.setattr("network.ledger.chains.RANGE", 3)
    write_a_past(2)
    seal_books()
    forge("UPDATE ledger_transfer SET amount = amount + 1 WHERE id = 9")

    assert "entry post:1 " in failing(capsys, "--jobs", "2")


def test_a_missing_trigger_is_named(capsys):
    triggers.lift(connection)

    assert "the trigger ledger_transfer_judge is missing or altered" in failing(capsys)


def test_a_forged_balance_is_named(capsys):
    give(fund(), 1_00)
    seal_books()
    Checkpoint.objects.filter(account=fund()).update(credits_posted=2_00)

    assert ("ledger.I3", "{'account': 'fund:rice:available'}") in broken(failing(capsys))


def test_a_removed_end_of_the_chain_is_named(capsys):
    write_a_past(1)
    seal_books()
    forge("DELETE FROM ledger_seal WHERE entry_id = 5")

    assert "entry back:0 (unsealed): it is not sealed once in each of its books" in failing(capsys)


def test_since_the_checkpoint_only_what_came_after(capsys):
    write_a_past(1)
    seal_books()
    call_command("ledger_check")
    assert FoldMark.objects.get().checked_entry == 5
    give(fund(), 1_00, key="later")
    seal_books()
    call_command("ledger_check", "--since-checkpoint")
    forge("UPDATE ledger_entry SET kind = 'other' WHERE id = 1")

    call_command("ledger_check", "--since-checkpoint")
    assert "gift:0" in failing(capsys)
    forge("UPDATE ledger_entry SET kind = 'other' WHERE id = 6")
    assert "entry later " in failing(capsys, "--since-checkpoint")


def test_heads_are_printed_and_published(capsys):
    write_a_past(1)
    seal_books()
    told = []
    heads_published.connect(lambda heads, **kwargs: told.append(heads), weak=False, dispatch_uid="test")
    call_command("ledger_check", "--head")
    publish_heads()
    heads_published.disconnect(dispatch_uid="test")

    assert [(book, position) for book, position, _digest in heads()] == [
        ("fund:rice", 4),
        ("fund:river", 1),
        ("market", 5),
    ]
    assert capsys.readouterr().out == "".join(f"{book} {position}:{digest}\n" for book, position, digest in heads())
    assert told == [heads()]


def test_a_book_as_a_table():
    write_a_past(1)
    seal_books()
    table = [dict(zip(CSV_COLUMNS, row, strict=True)) for row in csv_rows("fund:rice")]

    assert [(row["position"], row["key"], row["kind"], row["amount"], row["origin"]) for row in table] == [
        (1, "gift:0", "single", 100_00, ""),
        (2, "hold:0", "pending", 5_00, ""),
        (3, "post:0", "post", 4_00, "hold:0#1"),
        (4, "back:0", "reversal", 1_00, "gift:0#1"),
    ]


def test_a_small_book_among_many_entries_is_read_by_itself(django_assert_max_num_queries):
    give(fund("early"), 1_00, key="early")
    write_a_past(3)
    give(fund("early"), 2_00, key="late")
    seal_books()

    with django_assert_max_num_queries(3):
        assert [row["key"] for row in book_rows("fund:early")] == ["early", "late"]
