"""The account that the network receives into."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from network.words.numbers import fold_digits

from .banks import BANKS, clean_account_number
from .promptpay_payload import receiver


class HolderForm(forms.Form):
    """A bank account, a PromptPay id, or both; cleaned to the fields of a HolderAccount."""

    legal_name = forms.CharField(
        label=_("Legal holder"), max_length=200, help_text=_("Exactly as the bank writes the name. Payers see it.")
    )
    bank_name = forms.ChoiceField(
        label=_("Bank"),
        choices=[("", _("Choose the bank")), *(bank for bank in BANKS if bank[0] != "PromptPay")],
        required=False,
    )
    bank_account = forms.CharField(
        label=_("Account number"),
        max_length=40,
        required=False,
        help_text=_("As in the bank book. Without it nobody can pay by bank transfer."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    promptpay_id = forms.CharField(
        label=_("PromptPay id"),
        max_length=25,
        required=False,
        help_text=_("The 13-digit tax id, a phone or an e-wallet. Without it there is no PromptPay QR."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    takes_cards = forms.BooleanField(
        label=_("Receives through Stripe too: cards and its PromptPay"),
        required=False,
        help_text=_("Stripe pays out into this account; its key and secret must stand in the site's settings."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not settings.STRIPE_SECRET_KEY:
            del self.fields["takes_cards"]

    def clean_bank_account(self):
        text = self.cleaned_data["bank_account"].strip()
        return clean_account_number(text) if text else ""

    def clean_promptpay_id(self):
        digits = fold_digits(self.cleaned_data["promptpay_id"]).replace(" ", "").replace("-", "")
        if not digits:
            return ""
        try:
            if not digits.isdecimal():
                raise ValueError
            receiver(digits)
        except ValueError:
            raise ValidationError(_("A PromptPay id has 10, 13 or 15 digits.")) from None
        return digits

    def clean(self):
        told = super().clean()
        told.setdefault("takes_cards", False)
        if not self.errors:
            if bool(told["bank_name"]) != bool(told["bank_account"]):
                raise ValidationError(_("A bank and its account number belong together."))
            if not (told["bank_account"] or told["promptpay_id"]):
                raise ValidationError(_("Give a bank account, a PromptPay id, or both."))
        return told
