"""Opening and closing a fund, and what its committee decides about its money."""

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q, Sum
from django.utils.timezone import localdate

from funding.exceptions import CharterChanged, PermitMissing, SamePerson
from funding.models import Fund, FundText
from network.cards.actions import refresh_cards
from network.clock import now
from network.ledger.accounts import open_account
from network.ledger.actions import Transfer, post_entry

from .charters import digest_of


@transaction.atomic
def open_fund(fund, *, by=None, seen=None, at=None):
    """Open a fund to the public, or open it again; an open one stays as it is.

    `by` must not have prepared it (SamePerson) and has read the charter of which `seen` is the digest; if it reads
    otherwise by now, CharterChanged. Raises PermitMissing without a permit that is still valid or a stated exemption.
    """
    if not Fund.objects.filter(pk=fund.pk).filter(permitted()).exists():
        raise PermitMissing
    shut = Fund.objects.filter(pk=fund.pk).exclude(state=Fund.State.OPEN)
    if by is not None and shut.filter(prepared_by=by).exists():
        raise SamePerson
    shut.update(state=Fund.State.OPEN, opened_at=fund.opened_at or at or now(), opened_by=by)
    fund.refresh_from_db()
    if seen is not None and digest_of(fund) != seen:
        raise CharterChanged
    refresh_cards(fund.ref)
    return fund


def permitted():
    """Whether the public may be asked today: Solicitation Control Act B.E. 2487."""
    valid = Q(permit_until=None) | Q(permit_until__gte=localdate(now()))
    exempt = Exists(FundText.objects.filter(parent=OuterRef("pk")).exclude(exemption=""))
    return (~Q(permit_number="") & valid) | (Q(is_exempt=True) & exempt)


@transaction.atomic
def close_fund(fund):
    """Let it take no more pledges; its books stay open to everybody, and what was begun is still paid."""
    Fund.objects.accepting_pledges().filter(pk=fund.pk).update(state=Fund.State.CLOSED)
    refresh_cards(fund.ref)
    fund.refresh_from_db()
    return fund


@transaction.atomic
def record_opening_balance(fund, *, amount, at=None):
    """Book what the fund held before these books began (satang), once."""
    bank = open_account(
        f"cash:bank:{fund.holder.public_id}", side="debit", title=f"{fund.holder.legal_name}: {fund.holder.bank_name}"
    )
    transfer = Transfer(debit=bank, credit=fund.available, amount=amount)
    return post_entry(key=f"{fund.ref}:opening", kind="opening", transfers=[transfer], happened_at=at)


@transaction.atomic
def commit_money(fund, *, amount, resolution, at=None):
    """Set aside `amount` satang by a decision of the committee, once per resolution.

    Raises Overdrawn if the fund holds less.
    """
    transfer = Transfer(debit=fund.available, credit=fund.committed, amount=amount)
    return post_entry(
        key=f"{fund.ref}:commitment:{resolution}", kind="commitment", transfers=[transfer], happened_at=at
    )


def count_pledges(fund):
    """Write down what was raised and by how many: counted after the pledges, so that they never queue for it."""
    totals = fund.pledges.captured().aggregate(raised=Sum("amount"), backers=Count("pk"))
    Fund.objects.filter(pk=fund.pk).update(raised=totals["raised"] or 0, backers=totals["backers"])
    refresh_cards(fund.ref)
