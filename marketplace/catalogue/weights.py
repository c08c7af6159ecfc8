"""Weights as people write them: 500, 500 กรัม, 1.5 กิโล, 3 ขีด."""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from network.words.numbers import fold_digits, grouped

from .facts import HEAVIEST_G

LONGEST_INPUT = 30
GRAMS = {
    **dict.fromkeys(["", "g", "gram", "grams", "ก", "กรัม"], 1),
    **dict.fromkeys(["ขีด"], 100),
    **dict.fromkeys(["kg", "kilo", "กก", "กิโล", "กิโลกรัม", "โล"], 1000),
}
WEIGHT = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,3})?\s*([^\d\s]*?)", re.ASCII)

UNREADABLE = _("Write the weight in grams, for example 500, or in kilos: 1.5 kg.")


def parse_weight(text):
    """Grams of a weight as a person writes it; a bare number is grams. Raises ValidationError."""
    text = " ".join(fold_digits(str(text)).split())
    found = WEIGHT.fullmatch(text.replace("ก.ก.", "กก")) if len(text) <= LONGEST_INPUT else None
    unit = GRAMS.get(found[3].rstrip(".").lower()) if found else None
    if unit is None:
        raise ValidationError(UNREADABLE, code="unreadable")
    grams = Decimal(found[1].replace(",", "") + (found[2] or "")) * unit
    if grams != int(grams):
        raise ValidationError(UNREADABLE, code="unreadable")
    if not 0 < grams <= HEAVIEST_G:
        raise ValidationError(_("The weight lies between 1 gram and 100 kg."), code="range")
    return int(grams)


def format_weight(grams):
    """ "160 กรัม" or "1.5 กก." in Thai, "160 g" or "1.5 kg" elsewhere."""
    thai = get_language() == "th"
    if grams < 1000:
        return f"{grams} กรัม" if thai else f"{grams} g"
    kilos = f"{grouped(grams // 1000)}{f'.{grams % 1000:03}'.rstrip('0').rstrip('.')}"
    return f"{kilos} กก." if thai else f"{kilos} kg"


class WeightField(forms.Field):
    """A weight as people write it; cleans to grams, or None where it may stay empty."""

    widget = forms.TextInput({"inputmode": "decimal", "autocomplete": "off"})

    def prepare_value(self, value):
        return str(value or "") if isinstance(value, int) else value

    def to_python(self, value):
        return parse_weight(value) if str(value or "").strip() else None
