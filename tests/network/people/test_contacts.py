import pytest
from django.core.exceptions import ValidationError

from network.people.contacts import Contact, parse_contact, read_contact


@pytest.mark.parametrize(
    ("written", "contact"),
    [
        (" Fah@Example.ORG ", Contact("email", "fah@example.org")),
        ("0812345678", Contact("sms", "+66812345678")),
        ("081-234-5678", Contact("sms", "+66812345678")),
        ("๐๘๑ ๒๓๔ ๕๖๗๘", Contact("sms", "+66812345678")),
        ("+66 81 234 5678", Contact("sms", "+66812345678")),
        ("0066812345678", None),
        ("074 311 234", Contact("sms", "+6674311234")),
        ("+60 12 345 6789", Contact("sms", "+60123456789")),
    ],
)
def test_a_contact_is_understood_as_people_write_it(written, contact):
    if contact is None:
        with pytest.raises(ValidationError):
            parse_contact(written)
    else:
        assert parse_contact(written) == contact


@pytest.mark.parametrize("written", ["", "x", "12", "a@b", "@", "0" * 40, "191", "\x00", "081234567a"])
def test_what_is_none_is_refused(written):
    with pytest.raises(ValidationError):
        parse_contact(written)


def test_a_contact_is_read_back_as_people_write_it():
    assert read_contact(Contact("sms", "+66812345678")) == "081 234 5678"
    assert read_contact(Contact("sms", "+60123456789")) == "+60 12-345 6789"
    assert read_contact(Contact("email", "fah@example.org")) == "fah@example.org"
