"""A fund's money as anyone may read it: days and never seconds, a donor's name only where she wished it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, Sum
from django.utils.translation import gettext_lazy as _

from network.ledger.models import Transfer
from network.payments.models import Payout

from .models import Pledge

PAGE = 50

KINDS = {
    "opening": _("Brought forward"),
    "pledge": _("Pledge"),
    "sale": _("Share of a sale"),
    "commitment": _("Set aside by a decision"),
    "provider fee": _("Payment provider's fee"),
    "refund asked": _("Returned to its payer"),
    "receivable": _("Owed by the fund"),
    "recovered": _("Settled from before"),
    "payout": _("Paid out"),
    "expense": _("Expense paid back"),
}


@dataclass(frozen=True)
class Row:
    """One movement of a fund's available money; amounts in satang, out of the fund below zero."""

    pk: int
    day: date
    what: str
    who: str
    amount_satang: int
    balance_satang: int
    key: str


def movements(fund):
    """The transfers that touch the fund's available money, newest first."""
    account = fund.available.pk
    touching = Transfer.objects.filter(Q(debit=account) | Q(credit=account), kind__in=["single", "post"])
    return touching.select_related("entry").order_by("-pk")


def page_of(fund, *, before=None, balance=None):
    """(rows, cursor of the next page or None). `balance` in satang is what the fund holds now."""
    rows = movements(fund)
    if before:
        balance -= signed_sum(rows.filter(pk__gte=before), fund)
        rows = rows.filter(pk__lt=before)
    found = list(rows[: PAGE + 1])
    names, purposes = donors_of(found), purposes_of(found)
    page = []
    for transfer in found[:PAGE]:
        amount = transfer.amount if transfer.credit_id == fund.available.pk else -transfer.amount
        what = KINDS.get(transfer.entry.kind, transfer.entry.kind)
        if purpose := purposes.get(transfer.entry.key):
            what = f"{what}: {purpose}"
        page.append(
            Row(
                transfer.pk,
                transfer.entry.day,
                what,
                names.get(transfer.entry.key, ""),
                amount,
                balance,
                transfer.entry.key,
            )
        )
        balance -= amount
    return page, (page[-1].pk if len(found) > PAGE else None)


def signed_sum(rows, fund):
    account = fund.available.pk
    into = rows.filter(credit=account).aggregate(total=Sum("amount"))["total"] or 0
    out = rows.filter(debit=account).aggregate(total=Sum("amount"))["total"] or 0
    return int(into - out)


def donors_of(transfers):
    """{entry key: what may be said of the donor}, in one query."""
    keys = {t.entry.key: t.entry.key.split(":")[1] for t in transfers if t.entry.kind == "pledge"}
    pledges = (
        {pledge.public_id: pledge for pledge in Pledge.objects.filter(public_id__in=keys.values())} if keys else {}
    )
    return {key: shown(pledges[public_id]) for key, public_id in keys.items() if public_id in pledges}


def purposes_of(transfers):
    """{entry key: what the money was paid for}, in one query."""
    keys = {t.entry.key: t.entry.key.split(":")[1] for t in transfers if t.entry.kind in {"payout", "expense"}}
    payouts = Payout.objects.filter(public_id__in=keys.values()) if keys else []
    purposes = {payout.public_id: payout.purpose for payout in payouts}
    return {key: purposes[public_id] for key, public_id in keys.items() if public_id in purposes}


def shown(pledge):
    """A name, or words that say why there is none."""
    return pledge.public_name or (_("Anonymous") if pledge.shown_as == Pledge.ShownAs.ANONYMOUS else _("A donor"))
