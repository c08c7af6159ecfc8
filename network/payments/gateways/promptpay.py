"""Our own PromptPay: a QR code to save or scan, then a photo of the bank's slip."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from network.payments.promptpay_payload import bill_payment_payload, promptpay_payload

from .base import Gateway


class PromptPay(Gateway):
    code = "promptpay"
    title = _("PromptPay QR")
    line = _("Scan with any Thai bank app, then hand in the slip")
    icon = "qr"
    hold = timedelta(minutes=30)
    by_slip = True

    def serves(self, holder):
        return bool(holder.promptpay_id or holder.biller_id)

    def payload(self, attempt):
        """The text of the attempt's QR code, with its amount; a biller's also carries the attempt as reference."""
        if attempt.holder.biller_id:
            return bill_payment_payload(attempt.holder.biller_id, attempt.public_id, attempt.amount)
        return promptpay_payload(attempt.holder.promptpay_id, attempt.amount)

    def cash_account(self, attempt):
        return bank_account_of(attempt.holder)


def bank_account_of(holder):
    """One ledger account for one bank account, whichever way the money reached it."""
    return f"cash:bank:{holder.public_id}", f"{holder.legal_name}: {holder.bank_name}"
