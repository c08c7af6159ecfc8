"""Reading quantities and destinations as people write them."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from marketplace.shipping.parcels import Destination
from network.words.numbers import fold_digits

COUNTRIES = [("TH", _("Thailand")), ("MY", _("Malaysia")), ("SG", _("Singapore"))]
POSTCODE = {"TH": r"[1-9]\d{4}", "MY": r"\d{5}", "SG": r"\d{6}"}


class QuantityField(forms.Field):
    """A whole number of pieces from 1 up; Thai digits are digits too."""

    def to_python(self, value):
        text = fold_digits(str(value or "")).strip()
        if re.fullmatch(r"[-−–]\s?\d+|0+", text, re.ASCII):
            raise ValidationError(_("At least one, please. To have none, take it out of the basket."))
        if not re.fullmatch(r"\d{1,6}", text, re.ASCII):
            raise ValidationError(_("Write how many in digits, for example 2."))
        return int(text)


class QuantityForm(forms.Form):
    quantity = QuantityField(label=_("How many"))


class DestinationForm(forms.Form):
    """Where a delivery estimate is for."""

    country = forms.ChoiceField(label=_("Country"), choices=COUNTRIES)
    postcode = forms.CharField(label=_("Postcode"), max_length=12, required=False)

    def clean(self):
        country, postcode = self.cleaned_data.get("country"), fold_digits(self.cleaned_data.get("postcode") or "")
        self.cleaned_data["postcode"] = postcode.replace(" ", "")
        if country and postcode and not re.fullmatch(POSTCODE[country], self.cleaned_data["postcode"], re.ASCII):
            self.add_error("postcode", _("This is no postcode of that country."))
        return self.cleaned_data

    @property
    def destination(self):
        return Destination(self.cleaned_data["country"], self.cleaned_data["postcode"])
