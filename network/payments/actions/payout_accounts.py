"""Where an organisation wants its money: nobody alone decides where it goes."""

from datetime import datetime

from django.db import transaction

from network.clock import now
from network.organisations.models import Organisation
from network.outbox.actions import promise
from network.payments.exceptions import NotYoursToApprove, PayoutClosed
from network.payments.models import PayoutAccount
from network.people.models import User


@transaction.atomic
def enter_payout_account(
    organisation: Organisation, *, name: str, bank: str, account: str, by: User, at: datetime | None = None
) -> PayoutAccount:
    """Write down a new account; it waits for a second person, and the one in use stays in use until then.

    Everybody who acts for the organisation is told: a stranger's account must not pass unseen.
    """
    entered = at or now()
    standing = PayoutAccount.objects.standing().filter(organisation=organisation)
    same = standing.filter(name=name, bank=bank, account=account).first()
    if same:
        return same
    standing.filter(checked_by=None).update(ended_at=entered)
    made = PayoutAccount.objects.create(
        organisation=organisation, name=name, bank=bank, account=account, entered_by=by, entered_at=entered
    )
    promise("payments.payout_account", {"account": made.pk}, key=f"payout_account:{made.pk}:entered")
    return made


@transaction.atomic
def check_payout_account(account: PayoutAccount, *, by: User, at: datetime | None = None) -> PayoutAccount:
    """A second person has compared it with the bank book: from now on money goes there. Checking twice changes nothing.

    Raises NotYoursToApprove for who entered it, PayoutClosed for one that was replaced or refused.
    """
    if by.pk == account.entered_by_id:
        raise NotYoursToApprove
    checked = at or now()
    before = PayoutAccount.objects.checked().filter(organisation=account.organisation_id).exclude(pk=account.pk)
    if PayoutAccount.objects.waiting().filter(pk=account.pk).exists():
        before.update(ended_at=checked)
    won = PayoutAccount.objects.standing().filter(pk=account.pk, checked_by=None)
    if won.update(checked_by=by, checked_at=checked):
        promise("payments.payout_account", {"account": account.pk}, key=f"payout_account:{account.pk}:checked")
    account.refresh_from_db()
    if account.ended_at or account.checked_by is None:
        raise PayoutClosed
    return account


@transaction.atomic
def refuse_payout_account(
    account: PayoutAccount, *, by: User, reason: str, at: datetime | None = None
) -> PayoutAccount:
    """It is not what the bank book says; the one in use stays."""
    won = PayoutAccount.objects.waiting().filter(pk=account.pk)
    if won.update(ended_at=at or now(), refusal=reason[:300]):
        promise("payments.payout_account", {"account": account.pk}, key=f"payout_account:{account.pk}:refused")
    account.refresh_from_db()
    return account
