"""People who come to an organisation: new ones are entered, those who have an account are asked."""

from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from network.people.actions.sign_in import person_with
from network.people.messages import tell
from network.people.models import User

from ..access import has_role
from ..models import Organisation
from .memberships import add_member

SALT = "network.organisations.invitation"
DAYS = 14


@transaction.atomic
def welcome_person(organisation, *, contact, role, by, first_name="", last_name="", language="th"):
    """Make whoever has this contact a member; a new person if nobody has it.

    Only a coordinator enters somebody who has an account already. An owner would learn by it whose contact that is,
    so that person is asked, and joins by her own hand; None is returned.
    """
    new = {"first_name": first_name, "last_name": last_name, "language": language}
    person, created = person_with(contact, **new)
    if not created and not has_role(by, "coordinator"):
        invite(person, organisation, role=role, by=by)
        return None
    add_member(organisation, person, role=role, by=by)
    return person


def invite(person, organisation, *, role, by):
    """Ask her, if a message reaches her; the address in it holds for a fortnight and for her alone."""
    token = signing.dumps([person.public_id, organisation.public_id, role, by.public_id], salt=SALT)
    with translation.override(person.language):
        context = {
            "organisation": organisation.name,
            "by": str(by),
            "path": reverse("organisations:join", args=[token]),
        }
    tell(person, "organisations/messages/invitation", context)


def read_invitation(token):
    """(person, organisation, role, who asked). Raises BadSignature for one that is forged, too old or about nothing."""
    person, organisation, role, by = signing.loads(token, salt=SALT, max_age=DAYS * 24 * 60 * 60)
    try:
        people = User.objects.in_bulk([person, by], field_name="public_id")
        return people[person], Organisation.objects.get(public_id=organisation), role, people[by]
    except (KeyError, Organisation.DoesNotExist):
        raise signing.BadSignature from None
