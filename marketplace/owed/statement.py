"""What sellers are owed: read from the books, which alone know."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from network.ledger.balances import read_balances
from network.ledger.models import Account, Transfer

MOVING = [Transfer.Kind.SINGLE, Transfer.Kind.POST, Transfer.Kind.REVERSAL]


@dataclass(frozen=True)
class Owed:
    """Satang: `balance` is owed in all, `available` may be paid out now, `to_recover` is what she must give back."""

    balance: int
    available: int
    to_recover: int


@dataclass(frozen=True)
class Row:
    """One line of a statement; `amount` in satang is what it added to what is owed, `ref` what it was for."""

    happened_at: datetime
    kind: str
    ref: str
    amount: int
    balance: int


def owed_to(organisation):
    """What a seller is owed today."""
    payable, receivable = accounts_of(organisation)
    balances = read_balances([account for account in (payable, receivable) if account])
    owed = balances[payable.pk] if payable else None
    recover = balances[receivable.pk].posted if receivable else 0
    return Owed(owed.posted if owed else 0, owed.available if owed else 0, recover)


def accounts_of(organisation):
    codes = [f"payable:{organisation.public_id}", f"receivable:{organisation.public_id}"]
    found = Account.objects.in_bulk(codes, field_name="code") if codes else {}
    return [found.get(code) for code in codes]


def statement_of(organisation):
    """Every row that changed what the seller is owed, the oldest first, with the balance after it."""
    payable, _receivable = accounts_of(organisation)
    if payable is None:
        return []
    touching = Transfer.objects.filter(Q(debit=payable) | Q(credit=payable), kind__in=MOVING)
    rows, balance = [], 0
    for transfer in touching.select_related("entry").order_by("entry__happened_at", "pk"):
        amount = transfer.amount if transfer.credit_id == payable.pk else -transfer.amount
        balance += amount
        entry = transfer.entry
        rows.append(Row(entry.happened_at, entry.kind, ref_of(entry.key), amount, balance))
    return rows


def ref_of(key):
    """The thing that an entry's key names: `consignment:k3f9…:sale` is of `consignment:k3f9…`."""
    return ":".join(key.split(":")[:2])
