"""What sellers are owed: read from the books, which alone know."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, Sum

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
    """One line of a statement, in satang: `amount` is what it added to what is owed, `balance` what stood afterwards.

    Of a sale, or of one undone, `gross` is what the buyer paid or got back, `fee` and `fund` what the network and the
    funds had of it: gross = amount + fee + fund. `key` is the entry's in the books.
    """

    happened_at: datetime
    kind: str
    key: str
    amount: int
    balance: int
    fee: int = 0
    fund: int = 0

    @property
    def gross(self):
        return self.amount + self.fee + self.fund


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


def statement_of(organisation, *, since=None, until=None):
    """(what was owed at `since`, in satang; every row from then until `until`, the oldest first).

    Without bounds it is the whole past. Four queries, however long it is.
    """
    payable, _receivable = accounts_of(organisation)
    if payable is None:
        return 0, []
    touching = Transfer.objects.filter(Q(debit=payable) | Q(credit=payable), kind__in=MOVING)
    before = balance = sum_of(touching.filter(entry__happened_at__lt=since), payable) if since else 0
    within = Q(entry__happened_at__gte=since) if since else Q()
    within &= Q(entry__happened_at__lt=until) if until else Q()
    transfers = list(touching.filter(within).select_related("entry").order_by("entry__happened_at", "pk"))
    others, rows = shares_of([transfer.entry_id for transfer in transfers]), []
    for transfer in transfers:
        amount = transfer.amount if transfer.credit_id == payable.pk else -transfer.amount
        balance += amount
        entry = transfer.entry
        rows.append(Row(entry.happened_at, entry.kind, entry.key, amount, balance, *others[entry.pk]))
    return before, rows


def sum_of(transfers, account):
    """What they added to the account, in satang."""
    into = transfers.filter(credit=account).aggregate(total=Sum("amount"))["total"] or 0
    return int(into - (transfers.filter(debit=account).aggregate(total=Sum("amount"))["total"] or 0))


def shares_of(entry_ids):
    """{entry's pk: [to the network's fee, to funds]} in satang; below zero where it went back."""
    shared = Q(credit__code="fee:network") | Q(credit__code__startswith="fund:")
    returned = Q(debit__code="fee:network") | Q(debit__code__startswith="fund:")
    found = defaultdict(lambda: [0, 0])
    rows = Transfer.objects.filter(shared | returned, entry__in=entry_ids, kind__in=MOVING)
    for transfer in rows.select_related("debit", "credit"):
        to_fee, from_fee = (side.code == "fee:network" for side in (transfer.credit, transfer.debit))
        back = from_fee or transfer.debit.code.startswith("fund:")
        found[transfer.entry_id][0 if to_fee or from_fee else 1] += -transfer.amount if back else transfer.amount
    return found
