"""Asking that sellers be paid what is due to them."""

from django.conf import settings
from django.utils.timezone import localdate
from django.utils.translation import gettext, override

from network.clock import now
from network.payments.actions import ask_payout
from network.payments.exceptions import NotEnough
from network.payments.models import HolderAccount, Payout, PayoutAccount
from network.words.dates import thai_date

from .due import due_to_each

KIND = "sale"


def ask_seller_payouts(organisations, *, by, key, at=None):
    """Ask that each of them be paid what is due today, to its checked account; returns the payouts, once per key.

    Left out are those without a checked account and those to whom nothing is due (any more).
    """
    keys = {f"{key}:{organisation.public_id}" for organisation in organisations}
    if before := list(Payout.objects.filter(key__in=keys)):
        return before
    holder = HolderAccount.objects.get(is_default=True)
    accounts = PayoutAccount.objects.checked().filter(organisation__in=organisations)
    accounts = {account.organisation_id: account for account in accounts}
    asked = []
    for due in due_to_each(organisations):
        account = accounts.get(due.organisation.pk)
        if account and due.now:
            asked += ask_one(due, account, holder, by=by, key=f"{key}:{due.organisation.public_id}", at=at)
    return asked


def ask_one(due, account, holder, *, at, **how):
    """[the payout], or [] when somebody else asked for the same money in this very moment."""
    try:
        return [
            ask_payout(
                kind=KIND,
                ref=due.organisation.ref,
                holder=holder,
                amount=due.now,
                payee=account.payee,
                purpose=purpose_on(localdate(at or now())),
                at=at,
                **how,
            )
        ]
    except NotEnough:
        return []


def purpose_on(day):
    """What the payout is for, in the language of those who pay and are paid."""
    with override(settings.LANGUAGE_CODE):
        return gettext("Sales due on %(day)s") % {"day": thai_date(day)}
