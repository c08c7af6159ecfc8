"""People for tests."""

import itertools

from network.people.models import User

numbers = itertools.count(1)


def create_person(**fields):
    """A person with a proved e-mail, unless told otherwise."""
    number = next(numbers)
    if not fields.keys() & {"email", "phone", "line_uid"}:
        fields["email"] = f"person{number}@example.org"
    if "email" in fields:
        fields.setdefault("email_verified", True)
    return User.objects.create_user(**fields)


def create_person_without_email(**fields):
    """A villager: a phone number that nobody has proved, and no e-mail."""
    return create_person(phone=f"+6681234{next(numbers):04}", first_name="สมใจ", **fields)
