"""The order of names in a Thai dictionary: consonants first, vowels written in front after theirs, marks last."""

import re

from .numbers import fold_digits

LEADING_VOWEL = re.compile("([เแโใไ])([ก-ฮ])")
MARK = re.compile("[็-์]")


def collation_key(text):
    """A text that sorts by code point as people sort the name; Latin without regard to case."""
    text = "".join(filter(str.isprintable, fold_digits(text).casefold().strip()))
    text = LEADING_VOWEL.sub(r"\2\1", text)
    return MARK.sub("", text) + " " + "".join(MARK.findall(text))
