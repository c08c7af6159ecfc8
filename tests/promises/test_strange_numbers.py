"""What is no number of pieces, grams or baht is none in any form of ours."""

import pytest
from django import forms
from django.core.exceptions import ValidationError

from marketplace.basket.forms import QuantityField
from marketplace.catalogue.desk_forms import CountField
from marketplace.catalogue.weights import WeightField
from network.words.money import BahtField
from tests.access.reading import our_forms

pytestmark = pytest.mark.promise(13)

OF_NUMBERS = (QuantityField, CountField, WeightField, BahtField, forms.IntegerField, forms.DecimalField)
# What a page only gives back, to be compared with our own sum and never reckoned with.
GIVEN_BACK = {"OrderForm.total"}
NONE = [
    *("NaN", "nan", "inf", "-inf", "Infinity", "1e9", "1E3", "1e-9", "0x10", "0b1", "1_0", "½", "²", "①", "Ⅷ"),
    *(
        "٣",
        "३",
        "৩",
        "六",
        "一",
        "１e３",
        "1;",
        "' or 1=1",
        "[1]",
        "{}",
        "null",
        "true",
        "one",
        "\0",
        "1\0",
        "🙂",
        "--5",
    ),
    *("9" * 19, "9" * 400, "-1", "−1", "-0.01", "1/2", "1..2", "0x", "%31", "1\u200b2", "\u202e1", "NULL", "()"),
]


def fields_of_numbers():
    """{form and field: a field that reads a number}, of every form of ours."""
    return {
        f"{form.__name__}.{name}": field
        for form in our_forms()
        for name, field in getattr(form, "base_fields", {}).items()
        if isinstance(field, OF_NUMBERS) and f"{form.__name__}.{name}" not in GIVEN_BACK
    }


def is_taken(field, text):
    try:
        return field.clean(text) is not None
    except ValidationError:
        return False


def test_no_form_takes_for_a_number_what_is_none():
    fields = fields_of_numbers()
    assert len(fields) > 8
    assert [(name, text) for name, field in fields.items() for text in NONE if is_taken(field, text)] == []


@pytest.mark.parametrize("text", ["5", "๕"])
def test_every_form_takes_a_plain_one(text):
    fields = fields_of_numbers()
    fives = {name for name, field in fields.items() if is_taken(field, text)}
    dear = {name for name, field in fields.items() if (getattr(field, "least", 0) or 0) > 5_00}
    far = {name for name, field in fields.items() if (getattr(field, "min_value", 0) or 0) > 5}
    assert fives == set(fields) - dear - far
