"""What a donor fills in."""

import secrets

from django import forms
from django.utils.translation import gettext_lazy as _

from network.payments.forms import PayeeAccountForm, PhotoField
from network.payments.gateways import gateways_for
from network.people.contacts import parse_contact
from network.words.money import BahtField

from .models import Fund, Pledge

LEAST, MOST = 20_00, 2_000_000_00
SUGGESTED = [100_00, 300_00, 500_00, 1_000_00]


def new_key():
    return secrets.token_urlsafe(24)


def key_field():
    """A hidden key, so that a double click sends once."""
    words = dict.fromkeys(["required", "max_length"], _("It is no longer whole. Please open it afresh."))
    return forms.CharField(
        label=_("This page"), widget=forms.HiddenInput, max_length=60, initial=new_key, error_messages=words
    )


class PledgeForm(forms.Form):
    """Amount, how to be shown, where to send the receipt, how to pay."""

    key = key_field()
    amount = BahtField(label=_("Amount in baht"), least=LEAST, most=MOST)
    shown_as = forms.ChoiceField(
        label=_("How shall the public books show it?"),
        choices=Pledge.ShownAs.choices,
        initial=Pledge.ShownAs.NAMED,
        widget=forms.RadioSelect,
    )
    name = forms.CharField(
        label=_("Your name, or your organisation's"),
        max_length=120,
        required=False,
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    contact = forms.CharField(
        label=_("E-mail or phone"),
        help_text=_("Only for your receipt and if a payment must be returned. Never published."),
        max_length=254,
        widget=forms.TextInput({"autocomplete": "email"}),
    )
    receipt_name = forms.CharField(
        label=_("Name on the receipt"), help_text=_("Only you and the fund see it."), max_length=200, required=False
    )
    in_memory_of = forms.CharField(label=_("In memory of"), max_length=120, required=False)
    gateway = forms.ChoiceField(label=_("How do you want to pay?"), widget=forms.RadioSelect)
    terms = forms.BooleanField(
        label=_("I agree to the terms"),
        error_messages={"required": _("Without your agreement we may not take the pledge.")},
    )

    def __init__(self, *args, fund, **kwargs):
        super().__init__(*args, **kwargs)
        ways = [gateway for gateway in gateways_for(fund.holder) if gateway.code != "cash_on_pickup"]
        self.fields["gateway"].choices = [(gateway.code, gateway.title) for gateway in ways]
        self.fields["gateway"].initial = ways[0].code if ways else None

    def clean_contact(self):
        return parse_contact(self.cleaned_data["contact"]).address

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("shown_as") == Pledge.ShownAs.NAMED and not cleaned.get("name", "").strip():
            self.add_error("name", _("Write the name to be shown, or choose to show none."))
        return cleaned


class MoneyOutForm(PayeeAccountForm):
    """How much, what for, and where to; `purpose` is read by the public."""

    key = key_field()
    amount = BahtField(label=_("Amount in baht"))
    purpose = forms.CharField(
        label=_("What for"),
        max_length=200,
        help_text=_("Everybody reads this in the fund's open books: no names of people."),
    )
    field_order = ["key", "amount", "purpose", "resolution", "fund", "picture"]

    @property
    def payee(self):
        return {name: self.cleaned_data[name] for name in ("payee_name", "payee_bank", "payee_account")}


class FundPayoutForm(MoneyOutForm):
    resolution = forms.CharField(
        label=_("Decision"),
        max_length=60,
        required=False,
        help_text=_("Number of the committee's resolution, if there is one."),
    )


class ExpenseForm(MoneyOutForm):
    """What a member has paid for a fund, and the photo that shows it."""

    fund = forms.ModelChoiceField(
        Fund.objects.none(), label=_("Fund"), to_field_name="slug", empty_label=_("Choose the fund")
    )
    picture = PhotoField(label=_("Photo of the receipt"), help_text=_("All of it, with the day and the sum."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["fund"].queryset = Fund.objects.public().with_texts().order_by("slug")
