"""Organisations for tests."""

import itertools

from network.organisations.actions import add_member, grant_role
from network.organisations.models import Organisation
from tests.network.people.factories import create_person

numbers = itertools.count(1)


def create_organisation(name="กลุ่มทอผ้าเกาะยอ", *, owner=None, **fields):
    number = next(numbers)
    fields.setdefault("kind", Organisation.Kind.COMMUNITY_ENTERPRISE)
    organisation = Organisation.objects.create(slug=f"group-{number}", **fields)
    organisation.write_texts("th", name=name)
    if owner:
        add_member(organisation, owner, role="owner")
    return organisation


def create_coordinator(**fields):
    person = create_person(**fields)
    grant_role(person, "coordinator")
    return person
