"""People for tests."""

import itertools

from allauth.account.internal.flows.login import record_authentication
from django.http import HttpRequest

from network.people.actions.second_factor import enrol_totp
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


def sign_in_as(client, person):
    """Sign in with whatever this person needs, a second factor included."""
    request = HttpRequest()
    client.force_login(person)
    request.session = client.session
    request.user = person
    record_authentication(request, person, method="code")
    if person.is_staff or person.network_roles.exists():
        enrolled = enrol_totp(person)
        record_authentication(request, person, method="mfa", type="totp", id=enrolled.pk)
    request.session.save()
