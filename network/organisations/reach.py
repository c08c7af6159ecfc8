"""How somebody who is invited can be reached: a phone number or an e-mail, which can be proved, or a LINE id, which cannot."""

import re
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from network.people.contacts import parse_email, parse_phone
from network.words.numbers import fold_digits

LINE_WORD = re.compile(r"(?:line|ไลน์)(?:\s*id)?\s*[:=]?\s*(?=\S)", re.IGNORECASE)
LINE_ID = re.compile(r"@?[a-z0-9._-]{3,20}", re.IGNORECASE)


class Reach(NamedTuple):
    """`contact` as it is stored, or `line_id`; both empty for somebody who is met in person."""

    contact: str = ""
    line_id: str = ""


def parse_reach(text):
    """What people write into one field. Raises ValidationError with words that say what is wrong."""
    text = fold_digits(text).strip()
    if not text:
        return Reach()
    named = LINE_WORD.match(text)
    bare = text[named.end() :] if named else text
    if "@" in bare[1:] and not named:
        return Reach(contact=parse_email(text))
    if named or any(letter.isalpha() or letter == "@" for letter in bare):
        return Reach(line_id=parse_line_id(bare))
    return Reach(contact=parse_phone(text))


def parse_line_id(text):
    text = text.strip()
    if not LINE_ID.fullmatch(text):
        raise ValidationError(_("Write a phone number, an e-mail address or a LINE id, for example 081 234 5678."))
    return text.lower()
