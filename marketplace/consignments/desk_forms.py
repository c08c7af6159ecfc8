"""What a seller fills in about a consignment: how it was sent, or why it cannot be."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from network.words.numbers import fold_digits

from .models import Carrier

LONGEST_REASON = 300

REASONS = [
    ("sold-out", _("It is sold out; somebody at the market was quicker.")),
    ("damaged", _("It was damaged while packing, and there is no other.")),
    ("harvest", _("Weather or harvest: there is none this time.")),
    ("illness", _("Illness or an emergency in our house.")),
    ("address", _("We could not reach the place or the buyer.")),
    ("other", _("Something else")),
]


class SendForm(forms.Form):
    """Who carries it, and its number; a parcel given to a neighbour's boat has none."""

    carrier = forms.ModelChoiceField(
        label=_("Who carries it?"), queryset=Carrier.objects.filter(is_open=True), empty_label=_("Choose …")
    )
    tracking_number = forms.CharField(
        label=_("Number on the receipt"),
        required=False,
        max_length=60,
        help_text=_("Long, with letters and digits. Without it the buyer cannot follow the parcel."),
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean(self):
        """As the carrier writes its numbers; Thai digits are digits too."""
        carrier, number = self.cleaned_data.get("carrier"), self.cleaned_data.get("tracking_number", "")
        if carrier and number.strip():
            try:
                self.cleaned_data["tracking_number"] = carrier.clean_number(fold_digits(number))
            except ValidationError as error:
                self.add_error("tracking_number", error)


class CannotSendForm(forms.Form):
    """Why not; the buyer reads it."""

    preset = forms.ChoiceField(label=_("Why can it not be sent?"), choices=REASONS, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("A word to the buyer"),
        required=False,
        max_length=180,
        widget=forms.Textarea({"rows": 3}),
    )

    def clean(self):
        if self.cleaned_data.get("preset") == "other" and not self.cleaned_data.get("words", "").strip():
            self.add_error("words", _("Please say why, so that the buyer understands."))

    @property
    def reason(self):
        """In one line; read it in the buyer's language."""
        chosen, words = self.cleaned_data["preset"], self.cleaned_data["words"].strip()
        preset = "" if chosen == "other" else str(dict(REASONS)[chosen])
        return " ".join(part for part in (preset, words) if part)[:LONGEST_REASON]
