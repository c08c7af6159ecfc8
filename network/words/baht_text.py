"""Amounts in words, as receipts and letters need them."""

from bahttext import bahttext
from django.utils.translation import get_language

from .money import SATANG, decimal_from_satang

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety"
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))


def baht_text(satang, language=None):
    """ "หนึ่งร้อยบาทถ้วน" in Thai, "One hundred baht only" elsewhere. Raises ValueError below zero."""
    if satang < 0:
        raise ValueError("a document never states an amount below zero in words")
    if (language or get_language()) == "th":
        return bahttext(decimal_from_satang(satang))
    baht, rest = divmod(satang, SATANG)
    words = f"{english(baht)} baht " + (f"and {english(rest)} satang" if rest else "only")
    return words[0].upper() + words[1:]


def english(number):
    """A whole number in English words, up to the trillions."""
    for size, name in SCALES:
        if number >= size:
            count, rest = divmod(number, size)
            return f"{english(count)} {name}" + (f" {english(rest)}" if rest else "")
    if number < 20:
        return SMALL.split()[number]
    tens, ones = divmod(number, 10)
    return TENS.split()[tens] + (f"-{english(ones)}" if ones else "")
