"""A person's e-mail and phone: proved before they count, the old one told, other sessions ended."""

from allauth.usersessions.internal.flows.sessions import end_other_sessions
from django.db import IntegrityError, transaction

from ..contacts import contacts_of
from ..messages import tell
from ..models import User
from .sign_in import proved


class ContactTaken(Exception):
    """Another person has proved this contact."""


def change_contact(request, user, contact):
    """Give this person a contact that she has just proved.

    All her former contacts are told, and her other sessions end: whoever opened them signs in anew.
    Raises ContactTaken.
    """
    former = contacts_of(user)
    try:
        with transaction.atomic():
            User.objects.filter(pk=user.pk).update(**{contact.field: contact.address}, **proved(contact))
            for old in former:
                tell(old, "people/messages/contact_changed", {"new": contact.address}, user.language)
    except IntegrityError:
        raise ContactTaken(contact) from None
    user.refresh_from_db()
    end_other_sessions(request, user)
