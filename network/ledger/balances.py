"""Balances: a checkpoint plus the transfers since; there is no balance row to contend for."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from django.db import connection

from .triggers.amounts import PENDING, POSTED, since

if TYPE_CHECKING:
    from .models import Account


class Balance(NamedTuple):
    """Minor units on the account's own side."""

    posted: int
    pending: int

    @property
    def available(self) -> int:
        return self.posted - self.pending


SUMS = ", ".join(
    f"coalesce(k.{side}s_{name}, 0) + {since(side, value)}"
    for side in ("debit", "credit")
    for name, value in (("posted", POSTED), ("pending", PENDING))
)


def read_balances(accounts: "Iterable[Account]") -> dict[int, Balance]:
    """The Balance of each account by its pk, in one query."""
    sides = {account.pk: account.side for account in accounts}
    if not sides:
        return {}
    marks = ", ".join(["%s"] * len(sides))
    query = (
        f"SELECT a.id, {SUMS} FROM ledger_account a"  # noqa: S608 (our own fragments; the ids are parameters)
        f" LEFT JOIN ledger_checkpoint k ON k.account_id = a.id WHERE a.id IN ({marks})"
    )
    with connection.cursor() as cursor:
        cursor.execute(query, list(sides))
        return {pk: on_side(sides[pk], *map(int, sums)) for pk, *sums in cursor.fetchall()}


def on_side(side, debits, debits_pending, credits, credits_pending):
    """A balance grows on its own side; what is set aside is what pending transfers take from it."""
    if side == "credit":
        return Balance(credits - debits, debits_pending)
    return Balance(debits - credits, credits_pending)


def balance_of(code: str) -> Balance:
    """The Balance of the account of that code, in one query; nothing where no such account stands yet."""
    query = (
        f"SELECT a.side, {SUMS} FROM ledger_account a"  # noqa: S608 (our own fragments; the code is a parameter)
        " LEFT JOIN ledger_checkpoint k ON k.account_id = a.id WHERE a.code = %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [code])
        row = cursor.fetchone()
    return on_side(row[0], *map(int, row[1:])) if row else Balance(0, 0)
