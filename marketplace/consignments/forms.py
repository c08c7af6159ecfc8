"""Finding an order again."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from network.people.contacts import parse_contact
from network.words.numbers import fold_digits


class FindOrderForm(forms.Form):
    number = forms.CharField(
        label=_("Order number"),
        max_length=20,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("It stands in our message and on the receipt."),
    )
    contact = forms.CharField(
        label=_("E-mail or phone"),
        max_length=254,
        widget=forms.TextInput({"autocomplete": "email"}),
        help_text=_("The one that you gave when you ordered."),
    )

    def clean_number(self):
        """The digits of an order's or a consignment's number."""
        number = fold_digits(self.cleaned_data["number"]).replace(" ", "").removeprefix("#").partition("-")[0]
        if not (number.isascii() and number.isdigit()):
            raise ValidationError(_("An order number has only digits."))
        return number

    def clean_contact(self):
        return parse_contact(fold_digits(self.cleaned_data["contact"])).address
