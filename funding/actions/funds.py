"""Opening a fund, and what its committee decides about its money."""

from django.db import transaction
from django.db.models import Count, Q, Sum

from funding.exceptions import PermitMissing
from funding.models import Fund
from network.cards.actions import refresh_cards
from network.clock import now
from network.ledger.accounts import open_account
from network.ledger.actions import Transfer, post_entry


def open_fund(fund, *, at=None):
    """Open a fund to the public. Raises PermitMissing without permit or stated exemption."""
    permitted = Fund.objects.filter(pk=fund.pk).filter(
        ~Q(permit_number="") | Q(is_exempt=True, texts__exemption__gt="")
    )
    if not permitted.exists():
        raise PermitMissing
    Fund.objects.filter(pk=fund.pk).update(state=Fund.State.OPEN, opened_at=at or now())
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
