"""What payers and judges fill in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.pictures import PictureRefused, as_jpeg, read_picture
from network.words.money import BahtField

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
            self.trans_ref = read_trans_ref(picture.convert("RGB"))
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
