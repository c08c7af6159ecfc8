"""A new person in an organisation: known by name and one contact, proved or not."""

from django.db import transaction

from network.people.models import User

from .memberships import add_member


@transaction.atomic
def welcome_person(organisation, *, contact, role, by, first_name="", last_name="", language="th"):
    """Make this person a member; whoever has that contact already is that person, and keeps her own name."""
    person = User.objects.filter(**{contact.field: contact.address}).first() or User.objects.create_user(
        **{contact.field: contact.address}, first_name=first_name, last_name=last_name, language=language
    )
    add_member(organisation, person, role=role, by=by)
    return person
