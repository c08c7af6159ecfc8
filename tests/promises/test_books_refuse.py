"""Promises 1 and 2: the database itself refuses what must not stand in the books, whoever writes it."""

import pytest
from django.db import DatabaseError, connection, transaction

from network.ledger.accounts import open_account
from network.ledger.actions import hold_transfer, post_pending, reverse_entry, void_pending
from network.ledger.models import FoldMark, Seal
from network.ledger.verify import FIRST
from tests.books import cash, everything, fund, give

pytestmark = pytest.mark.django_db

ENTRY = (
    "INTO ledger_entry (key, kind, day, happened_at, recorded_at, size, private_digest, digest)"
    " VALUES ('{key}', 'x', '2026-11-22', '2026-11-22 10:00:00', '2026-11-22 10:00:00', {size}, '', '')"
)
TRANSFER = (
    "INTO ledger_transfer (entry_id, n, kind, unit, debit_id, credit_id, amount, hold, origin_id{extra})"
    " VALUES ({entry}, {n}, '{kind}', '{unit}', {debit}, {credit}, {amount}, {hold}, {origin}{value})"
)
SEAL = (
    "INTO ledger_seal (book, position, entry_id, previous, digest, sealed_at)"
    " VALUES ('{book}', {position}, {entry}, '', '', '2026-11-22 10:00:00')"
)
ACCOUNT = (
    "INTO ledger_account (code, unit, side, limited, book, title)"
    " VALUES ('{code}', '{unit}', '{side}', {limited}, '{book}', '')"
)


def entry(key="forged:1", size=1):
    return "INSERT " + ENTRY.format(key=key, size=size)


def transfer(verb="INSERT", extra="", value="", **differs):
    """A transfer that would be right, but for what differs."""
    right = {"entry": "{open}", "n": 2, "kind": "single", "unit": "THB", "debit": "{cash}", "credit": "{fund}"}
    right |= {"amount": 100, "hold": 0, "origin": "NULL"}
    return f"{verb} " + TRANSFER.format(**right | differs, extra=extra, value=value)


def drain(**differs):
    return transfer(**{"debit": "{fund}", "credit": "{cash}"} | differs)


def ending(kind="post", **differs):
    """What ends the pending transfer of 3,000 from the fund."""
    return drain(**{"kind": kind, "amount": 3000, "hold": 3000, "origin": "{pending}"} | differs)


def undoing(**differs):
    """What gives the first gift of 10,000 back."""
    return drain(**{"kind": "reversal", "amount": 100, "origin": "{gift}"} | differs)


def seal(position=2, name="{open}", book="fund:rice"):
    return "INSERT " + SEAL.format(book=book, position=position, entry=name)


def account(**differs):
    right = {"code": "new", "unit": "THB", "side": "credit", "limited": "TRUE", "book": "market"}
    return "INSERT " + ACCOUNT.format(**right | differs)


THIRTEEN = {
    "a replayed key": entry(key="gift:1"),
    "an overdraft": drain(amount=7001),
    "zero": transfer(amount=0),
    "a negative amount": transfer(amount=-1),
    "the same account twice": transfer(credit="{cash}"),
    "a mix of units": transfer(credit="{hours}"),
    "holding more than there is": drain(kind="pending", amount=7001),
    "posting more than was held": ending(amount=3001),
    "posting twice": ending(origin="{posted}", amount=500, hold=500),
    "voiding after posting": ending("void", origin="{posted}", amount=500, hold=500),
    "an update": "UPDATE ledger_transfer SET amount = amount + 1",
    "a delete": "DELETE FROM ledger_transfer",
    "posting what was never held": ending(origin=987654),
}

MORE = {
    "an entry of nothing": entry(size=0),
    "a changed key": "UPDATE ledger_entry SET key = key || 'x'",
    "a changed day": "UPDATE ledger_entry SET day = '2020-01-01' WHERE id = {open}",
    "an entry deleted": "DELETE FROM ledger_entry WHERE id = {open}",
    "one unit against both accounts": transfer(unit="MIN"),
    "an unknown unit": account(unit="USD"),
    "an unknown side": account(side="left"),
    "an account without a code": account(code=""),
    "an unknown kind": transfer(kind="gift"),
    "posting after voiding": ending(origin="{voided}", amount=400, hold=400),
    "voiding twice": ending("void", origin="{voided}", amount=400, hold=400),
    "voiding a part": ending("void", amount=2999),
    "claiming a greater hold": ending(amount=3001, hold=3001),
    "posting without an origin": ending(origin="NULL"),
    "posting what was moved already": ending(origin="{gift}", amount=100, hold=10000),
    "posting to another account": ending(credit="{bank}"),
    "a plain transfer with an origin": transfer(origin="{pending}"),
    "a plain transfer with a hold": transfer(hold=1),
    "an end for what does not wait": transfer(extra=", expires_at", value=", '2026-12-01 00:00:00'"),
    "one transfer more than its entry has": transfer(n=4),
    "a transfer before the first": transfer(n=0),
    "the same place twice": transfer(entry="{first}", n=1),
    "a transfer of no entry": transfer(entry=987654),
    "a debit of no account": transfer(debit=987654),
    "a credit to no account": transfer(credit=987654),
    "reversing more than was moved": undoing(amount=9001),
    "reversing what only waits": undoing(origin="{pending}", debit="{cash}", credit="{fund}"),
    "reversing nothing": undoing(origin=987654),
    "reversing between other accounts": undoing(credit="{bank}"),
    "reversing the same way round": undoing(debit="{cash}", credit="{fund}"),
    "lifting a limit": "UPDATE ledger_account SET limited = FALSE WHERE id = {fund}",
    "another unit for an account": "UPDATE ledger_account SET unit = 'MIN' WHERE id = {fund}",
    "another book for an account": "UPDATE ledger_account SET book = 'market' WHERE id = {fund}",
    "another code for an account": "UPDATE ledger_account SET code = 'mine' WHERE id = {fund}",
    "an account deleted": "DELETE FROM ledger_account WHERE id = {bank}",
    "a second account of a code": account(code="cash:bank"),
    "a changed seal": "UPDATE ledger_seal SET previous = 'x'",
    "a seal deleted": "DELETE FROM ledger_seal",
    "two seals in one place": seal(position=1),
    "two seals for one entry": seal(name="{first}"),
    "a changed private note": "UPDATE ledger_privatenote SET facts = '{{}}'",
    "a second mark": "INSERT INTO ledger_foldmark VALUES (2, 0, 0, 0, 0)",
}

ONLY_SQLITE = {
    "half a satang": transfer(amount=100.5),
    "words for an amount": transfer(amount="'many'"),
    "an entry replaced": entry(key="gift:1").replace("INSERT", "INSERT OR REPLACE"),
    "a transfer replaced": transfer("REPLACE", entry="{first}", n=1),
    "an outcome replaced": ending("void", verb="REPLACE", origin="{posted}", amount=500, hold=500),
    "an account replaced": account(code="cash:bank").replace("INSERT", "INSERT OR REPLACE"),
    "a seal replaced": seal(position=1).replace("INSERT", "INSERT OR REPLACE"),
    "a private note replaced": "REPLACE INTO ledger_privatenote (entry_id, salt, facts) VALUES ({first}, '', '')",
}

ONLY_POSTGRESQL = {
    f"{table} emptied": f"TRUNCATE ledger_{table} CASCADE"
    for table in ("entry", "transfer", "seal", "account", "privatenote")
} | {
    "an upsert": entry(key="gift:1") + " ON CONFLICT (key) DO UPDATE SET kind = 'y'",
}


@pytest.fixture
def names():
    """A little past: gifts, a pending transfer, one posted, one voided, a reversal, a seal; and ids to aim at."""
    rice, bank = fund(), open_account("cash:other", side="debit")
    first = give(rice, 100_00)
    posted = hold(rice, 5_00, "held:2")
    post_pending(posted, key="held:2:post", kind="test")
    voided = hold(rice, 4_00, "held:3")
    void_pending(voided, key="held:3:void", kind="test")
    reverse_entry(first, key="gift:1:part", amounts={1: 10_00})
    pending = hold(rice, 30_00, "held:1")
    give(rice, 15_00, key="gift:2")
    Seal.objects.create(
        book="fund:rice", position=1, entry=first, previous=FIRST, digest="", sealed_at=first.recorded_at
    )
    FoldMark.objects.create(pk=1)
    ids = {"first": first.pk, "open": open_entry("open:1", size=3), "gift": first.transfers.get().pk}
    ids |= {"pending": pending.pk, "posted": posted.pk, "voided": voided.pk}
    hours = open_account("hours", unit="MIN")
    return ids | {"cash": cash().pk, "fund": rice.pk, "bank": bank.pk, "hours": hours.pk}


def hold(account, amount, key):
    return hold_transfer(key=key, kind="test", debit=account, credit=cash(), amount=amount)


def open_entry(key, size):
    """An entry whose transfers are still to come: only raw SQL can leave such a thing."""
    with connection.cursor() as cursor:
        cursor.execute(entry(key, size) + " RETURNING id")
        return cursor.fetchone()[0]


def refused(statement, names):
    before = everything()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(**names))
    return everything() == before


@pytest.mark.promise(2)
@pytest.mark.parametrize("statement", THIRTEEN.values(), ids=THIRTEEN)
def test_the_database_refuses(statement, names):
    assert refused(statement, names)


@pytest.mark.promise(2)
@pytest.mark.parametrize("statement", MORE.values(), ids=MORE)
def test_the_database_refuses_also(statement, names):
    assert refused(statement, names)


@pytest.mark.promise(2)
@pytest.mark.parametrize(
    ("vendor", "statement"),
    [
        *(("sqlite", statement) for statement in ONLY_SQLITE.values()),
        *(("postgresql", statement) for statement in ONLY_POSTGRESQL.values()),
    ],
    ids=[*ONLY_SQLITE, *ONLY_POSTGRESQL],
)
def test_each_database_refuses_its_own_ways_round(vendor, statement, names):
    if connection.vendor != vendor:
        pytest.skip(f"{vendor} only")
    assert refused(statement, names)


@pytest.mark.promise(1)
def test_what_is_right_is_written(names):
    """The writes above are refused for what differs, not for a slip in the test."""
    reversal = undoing(entry=open_entry("open:2", size=1), n=1)
    title = "UPDATE ledger_account SET title = 'Rice' WHERE id = {fund}"
    before = fund().balances()
    with connection.cursor() as cursor:
        for statement in [transfer(), drain(n=1, amount=50_00), ending(n=3), reversal, seal(), account(), title]:
            cursor.execute(statement.format(**names))

    assert before == (100_00 - 5_00 - 10_00 + 15_00, 30_00)
    assert fund().balances() == (before.posted + 1_00 - 50_00 - 30_00 - 1_00, 0)


@pytest.mark.promise(2)
@pytest.mark.parametrize("table", ["entry", "transfer", "seal"])
def test_no_column_can_be_changed(table, names):
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, f"ledger_{table}")

    assert len(columns) >= 7
    for column in columns:
        assert refused(f"UPDATE ledger_{table} SET {column.name} = {column.name}", names)
