"""Small books for tests: a fund, the cash it came from and goes to."""

from datetime import timedelta

from django.db import connection

from network.clock import now
from network.ledger.accounts import open_account
from network.ledger.actions import Transfer, hold_transfer, post_entry, post_pending, reverse_entry


def cash():
    """Where money comes from and goes to: not limited."""
    return open_account("cash:bank", side="debit")


def fund(name="rice"):
    """A fund's money: limited, in a book of its own."""
    return open_account(f"fund:{name}:available", limited=True, book=f"fund:{name}")


def move(debit, credit, amount, key, **more):
    transfer = Transfer(debit=debit, credit=credit, amount=amount)
    return post_entry(key=key, kind=more.pop("kind", "test"), transfers=[transfer], **more)


def give(account, amount, key="gift:1", **more):
    return move(cash(), account, amount, key, kind="gift", **more)


def pay_out(account, amount, key="payout:1", **more):
    return move(account, cash(), amount, key, kind="payout", **more)


TABLES = ["account", "entry", "privatenote", "transfer", "seal", "checkpoint", "foldmark"]


def everything():
    """All rows of the books: a refused write must leave them as they were."""
    with connection.cursor() as cursor:
        return {table: rows(cursor, table) for table in TABLES}


def rows(cursor, table):
    cursor.execute(f"SELECT * FROM ledger_{table} ORDER BY 1")
    return cursor.fetchall()


def write_a_past(rounds):
    """Five entries a round, four of them the rice fund's: gifts with private facts, a grant, a reversal."""
    rice, river, bank, later = fund(), fund("river"), cash(), now() + timedelta(days=1)
    for n in range(rounds):
        gift = give(rice, 100_00 + n, key=f"gift:{n}", private={"name": f"สมชาย {n}"})
        give(river, 50_00 + n, key=f"gift:river:{n}")
        held = hold_transfer(key=f"hold:{n}", kind="grant", debit=rice, credit=bank, amount=5_00, expires_at=later)
        post_pending(held, key=f"post:{n}", kind="grant", amount=4_00)
        reverse_entry(gift, key=f"back:{n}", amounts={1: 1_00})
