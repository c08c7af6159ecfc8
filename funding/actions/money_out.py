"""A fund's money out: to a payee by the steward's asking, and back to a member who has paid for something."""

from datetime import datetime

from django.core.files.base import File
from django.db import IntegrityError, transaction

from funding.exceptions import ExpenseClosed
from funding.models import Expense, Fund
from network.clock import now
from network.organisations.models import Organisation
from network.outbox.actions import promise
from network.payments.actions import approve_payout, ask_payout
from network.payments.exceptions import NotYoursToApprove
from network.payments.models import Payout
from network.people.models import User

PAYOUT, EXPENSE = "fund", "expense"


def ask_fund_payout(
    fund: Fund,
    *,
    amount: int,
    payee: dict[str, str],
    purpose: str,
    by: User,
    key: str,
    resolution: str = "",
    at: datetime | None = None,
) -> Payout:
    """The steward asks that `amount` satang of the fund be paid, once per key; above its threshold two must approve.

    Raises NotEnough.
    """
    return ask_payout(
        key=f"{fund.ref}:{key}",
        kind=PAYOUT,
        ref=fund.ref,
        holder=fund.holder,
        amount=amount,
        payee=payee,
        purpose=purpose,
        by=by,
        resolution=resolution,
        needs_second=fund.needs_second(amount),
        at=at,
    )


@transaction.atomic
def hand_in_expense(
    fund: Fund,
    *,
    amount: int,
    payee: dict[str, str],
    purpose: str,
    picture: File,
    by: User,
    organisation: Organisation,
    key: str,
    at: datetime | None = None,
) -> Expense:
    """A member wants `amount` satang back that she has paid for the fund, once per key. Nothing is set aside yet."""
    facts = {"fund": fund, "amount": amount, "purpose": purpose, "by": by, "organisation": organisation, **payee}
    try:
        with transaction.atomic():
            expense = Expense.objects.create(key=key, picture=picture, handed_in_at=at or now(), **facts)
    except IntegrityError:
        return Expense.objects.get(key=key)
    promise("funding.expense", {"expense": expense.pk}, key=f"expense:{expense.public_id}:handed_in")
    return expense


@transaction.atomic
def accept_expense(expense: Expense, *, by: User, at: datetime | None = None) -> Expense:
    """The steward approves it: from now on it is a payout, asked for by the member and approved by the steward.

    Above the fund's threshold a second person must approve it too. Accepting twice changes nothing. Raises NotEnough,
    NotYoursToApprove, ExpenseClosed for one that was refused.
    """
    if not Expense.objects.managed_by(by).filter(pk=expense.pk).exists():
        raise NotYoursToApprove
    payout = ask_payout(
        key=f"expense:{expense.public_id}",
        kind=EXPENSE,
        ref=expense.fund.ref,
        holder=expense.fund.holder,
        amount=expense.amount,
        payee=expense.payee,
        purpose=expense.purpose,
        by=expense.by,
        beneficiary=expense.by,
        needs_second=expense.fund.needs_second(expense.amount),
        at=at,
    )
    won = Expense.objects.waiting().filter(pk=expense.pk).update(payout=payout)
    expense.refresh_from_db()
    if not won and expense.payout_id is None:
        raise ExpenseClosed
    if won:
        approve_payout(payout, by=by, at=at)
    return expense


@transaction.atomic
def refuse_expense(expense: Expense, *, by: User, reason: str, at: datetime | None = None) -> Expense:
    """The steward says no, and why. Raises NotYoursToApprove, ExpenseClosed for one that was accepted."""
    if not Expense.objects.managed_by(by).filter(pk=expense.pk).exists():
        raise NotYoursToApprove
    refused = {"refused_by": by, "refused_at": at or now(), "refusal": reason[:300]}
    if Expense.objects.waiting().filter(pk=expense.pk).update(**refused):
        promise("funding.expense", {"expense": expense.pk}, key=f"expense:{expense.public_id}:refused")
    expense.refresh_from_db()
    if expense.refused_at is None:
        raise ExpenseClosed
    return expense
