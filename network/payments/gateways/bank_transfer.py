"""A plain bank transfer with a reference in its note, then a photo of the slip."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from .base import Gateway
from .promptpay import bank_account_of


class BankTransfer(Gateway):
    code = "bank_transfer"
    title = _("Bank transfer")
    line = _("To an account number, within three days")
    icon = "bank"
    hold = timedelta(hours=72)
    by_slip = True

    def serves(self, holder):
        return bool(holder.bank_account)

    def cash_account(self, attempt):
        return bank_account_of(attempt.holder)
