"""Baht: counted in satang, shown to people, read from people. No float anywhere."""

import re
import unicodedata
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .numbers import fold_digits, grouped

SATANG = 100
LARGEST = 10_000_000 * SATANG
LONGEST_INPUT = 40

AMOUNT = re.compile(
    r"(?:฿|THB|บาท)?\s?"
    r"(?P<sign>[-−–]?)\s?"
    r"(?P<baht>\d{1,3}(?:,\d{3})+|\d+)"
    r"(?:\.(?P<satang>\d+))?"
    r"(?:\.-|\s?(?:฿|THB|baht|บาทถ้วน|บาท|บ\.))?",
    re.ASCII | re.IGNORECASE,
)
FOREIGN = re.compile(
    r"\b(?:USD|EUR|GBP|JPY|CNY|RMB|MYR|RM|SGD|AUD|IDR)(?![a-z])|ดอลลาร์|ดอลล่าร์|ริงกิต|หยวน|เยน|ยูโร|ปอนด์|令吉|元",
    re.IGNORECASE,
)

MESSAGES = {
    "unreadable": _("Write the amount in digits, for example 250 or 99.50."),
    "foreign": _("Amounts are in Thai baht. Please write the amount in baht."),
    "negative": _("The amount must not be below zero."),
    "zero": _("The amount must be more than zero."),
    "decimals": _("At most two digits may follow the decimal point."),
    "too_large": _("The amount is too large. The most that can be entered is %(most)s."),
    "too_small": _("The amount is too small. The least is %(least)s."),
}


def format_money(satang, language=None):
    """ "฿1,234" or "฿1,234.50" in Thai, "THB 1,234" elsewhere; in the reader's language unless one is named."""
    sign, (baht, rest) = "−" * (satang < 0), divmod(abs(satang), SATANG)
    amount = grouped(baht) + (f".{rest:02}" if rest else "")
    return f"{sign}฿{amount}" if (language or get_language()) == "th" else f"{sign}THB {amount}"


def parse_baht(text, *, zero=False, most=LARGEST):
    """Satang of an amount as a person writes it: "1,250", "๙๙.๕๐", "฿250.-", "250 บาท".

    Raises ValidationError, its code one of MESSAGES. Commas must group by three: "1,50" could mean two things.
    """
    text = " ".join(fold_digits(str(text)).split())
    found = AMOUNT.fullmatch(text) if len(text) <= LONGEST_INPUT else None
    if not found:
        raise refused("foreign" if is_foreign(text) else "unreadable")
    satang = int(found["baht"].replace(",", "")) * SATANG + int((found["satang"] or "0").ljust(2, "0")[:2])
    if found["sign"]:
        raise refused("negative")
    if len(found["satang"] or "") > 2:
        raise refused("decimals")
    if satang > most:
        raise refused("too_large", most=format_money(most))
    if not (satang or zero):
        raise refused("zero")
    return satang


def refused(code, **params):
    return ValidationError(MESSAGES[code], code=code, params=params)


def is_foreign(text):
    signs = {character for character in text if unicodedata.category(character) == "Sc"}
    return bool(signs - {"฿"} or FOREIGN.search(text))


def decimal_from_satang(satang):
    """Oscar's form of an amount: 12345 → Decimal("123.45")."""
    return Decimal(satang).scaleb(-2)


def satang_from_decimal(amount):
    """Satang of Oscar's Decimal; raises ValueError for a fraction of a satang."""
    satang = Decimal(amount).scaleb(2)
    if satang != satang.to_integral_value():
        raise ValueError(f"{amount} baht is not a whole number of satang")
    return int(satang)


class BahtInput(forms.TextInput):
    """A text box, not type=number: browsers would drop "๙๙" and "1,250" without a word."""

    def __init__(self, attrs=None):
        super().__init__({"inputmode": "decimal", "autocomplete": "off", **(attrs or {})})


class BahtField(forms.Field):
    """Baht as people write them; cleans to satang, or None where it may stay empty.

    `least` and `most` are in satang. What was typed comes back as it was typed.
    """

    widget = BahtInput

    def __init__(self, *, zero=False, least=None, most=LARGEST, **kwargs):
        self.zero, self.least, self.most = zero, least, most
        super().__init__(**kwargs)

    def prepare_value(self, value):
        return str(decimal_from_satang(value)).removesuffix(".00") if isinstance(value, int) else value

    def to_python(self, value):
        if value in self.empty_values or not str(value).strip():
            return None
        satang = parse_baht(value, zero=self.zero, most=self.most)
        if self.least is not None and satang < self.least:
            raise refused("too_small", least=format_money(self.least))
        return satang

    def has_changed(self, initial, data):
        return (self.prepare_value(initial) or "") != (data or "").strip()
