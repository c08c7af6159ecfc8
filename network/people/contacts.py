"""Ways to reach a person: what people type, in one tidy form."""

from typing import NamedTuple

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

HOME = "TH"


class Contact(NamedTuple):
    """One way to reach somebody: `channel` is "email", "sms" or "line"."""

    channel: str
    address: str

    @property
    def field(self):
        """Where the User keeps it."""
        return {"email": "email", "sms": "phone", "line": "line_uid"}[self.channel]


def parse_contact(text):
    """An e-mail address or a phone number as people write it: spaces, dashes, Thai digits, no country code.

    Raises ValidationError with words that say what is missing.
    """
    text = text.strip()
    if "@" in text:
        return Contact("email", parse_email(text))
    return Contact("sms", parse_phone(text))


def parse_email(text):
    """Lower case; raises ValidationError."""
    address = text.strip().lower()
    validate_email(address)
    return address


def parse_phone(text):
    """As +66812345678; a number without a country code is Thai. Raises ValidationError."""
    try:
        number = phonenumbers.parse(text, HOME)
    except phonenumbers.NumberParseException:
        raise ValidationError(_("Write an e-mail address or a phone number, for example 081 234 5678.")) from None
    if not phonenumbers.is_valid_number(number):
        raise ValidationError(_("This phone number has too few or too many digits."))
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def region_of(address):
    """The two letters of a stored number's country."""
    return phonenumbers.region_code_for_number(phonenumbers.parse(address))


def read_phone(address):
    """A stored number as people in Thailand write it: 081 234 5678, foreign ones with their country code."""
    number = phonenumbers.parse(address)
    shape = phonenumbers.PhoneNumberFormat
    style = shape.NATIONAL if number.country_code == phonenumbers.country_code_for_region(HOME) else shape.INTERNATIONAL
    return phonenumbers.format_number(number, style)


def contacts_of(user):
    """Every way to reach this person, proved ones first, those that cost nothing before those that do."""
    known = [
        (not user.email_verified, Contact("email", user.email)),
        (False, Contact("line", user.line_uid if user.line_reachable else None)),
        (not user.phone_verified, Contact("sms", user.phone)),
    ]
    return [contact for _unproved, contact in sorted(known, key=lambda pair: pair[0]) if contact.address]


def contact_at(address):
    """The contact of a stored e-mail address or phone number."""
    return Contact("email" if "@" in address else "sms", address)


def read_contact(contact):
    """As a person would write it; a dash where it was erased."""
    if not contact.address:
        return "–"
    return read_phone(contact.address) if contact.channel == "sms" else contact.address


def veil_contact(contact):
    """As much of it as its owner needs to recognise it, and nobody else to use it: 081 ••• ••78, s•••@example.org."""
    if contact.channel == "email":
        name, _at, host = contact.address.partition("@")
        return f"{name[:1]}•••@{host}"
    number = read_phone(contact.address)
    return f"{number[:3]} ••• ••{number[-2:]}"
