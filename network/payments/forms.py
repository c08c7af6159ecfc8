"""What payers and judges fill in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.photo_field import PhotoField
from network.pictures import PictureRefused, as_jpeg, read_picture
from network.words.money import BahtField

from .banks import BANKS, clean_account_number
from .slip_reading import read_trans_ref


class SlipForm(forms.Form):
    """A photo of the bank's slip; cleaned into a fresh JPEG and the transfer's reference, if it can be read."""

    picture = forms.FileField(
        label=_("Photo of the slip"),
        help_text=_("The picture that your bank app saved, or a photo of it."),
        widget=forms.ClearableFileInput(attrs={"accept": "image/*"}),
    )

    def clean_picture(self):
        try:
            picture = read_picture(self.cleaned_data["picture"])
            self.trans_ref = read_trans_ref(picture.convert("L"))
            return as_jpeg(picture, max_side=1600)
        except PictureRefused as refused:
            raise forms.ValidationError(refused.text) from refused


class PayeeForm(forms.Form):
    """Where to send a refund that a person transfers."""

    name = forms.CharField(label=_("Account holder"), max_length=200)
    bank = forms.CharField(label=_("Bank"), max_length=100)
    account = forms.CharField(label=_("Account number or PromptPay"), max_length=30)


class WrongAmountForm(forms.Form):
    received = BahtField(label=_("Amount that came"))
    note = forms.CharField(label=_("Note"), max_length=300, required=False)


class TransferForm(forms.Form):
    bank_reference = forms.CharField(label=_("The bank's reference"), max_length=60)


class PayeeAccountForm(forms.Form):
    """The account that money is sent to; cleaned to the keys that a payout takes."""

    payee_bank = forms.ChoiceField(label=_("Bank"), choices=[("", _("Choose the bank")), *BANKS])
    payee_account = forms.CharField(
        label=_("Account number"),
        max_length=40,
        help_text=_("As in the bank book. With PromptPay: the phone or the 13-digit number."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    payee_name = forms.CharField(
        label=_("Account holder"), max_length=200, help_text=_("Exactly as the bank writes the name.")
    )

    def clean_payee_account(self):
        return clean_account_number(self.cleaned_data["payee_account"])


class RefusalForm(forms.Form):
    reason = forms.CharField(label=_("Why not"), max_length=300)


class RecordPayoutForm(forms.Form):
    """What the bank gave after the transfer."""

    bank_reference = forms.CharField(label=_("The bank's reference"), max_length=60)
    picture = PhotoField(
        label=_("Photo of the slip"), help_text=_("The picture that your bank app saved, or a photo of it.")
    )

    def clean_bank_reference(self):
        return " ".join(self.cleaned_data["bank_reference"].split())
