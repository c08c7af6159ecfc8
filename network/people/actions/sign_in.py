"""Letting people in. allauth carries every sign-in through its stages: inactive people stop, a second factor is asked."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.db import IntegrityError, transaction
from django.utils import translation

from ..models import User


def person_at(contact):
    """The person who has just proved that this contact is hers; a new one if nobody has it.

    Two browsers that prove a new contact at the same moment get the same person.
    """
    person, _created = person_with(contact, language=translation.get_language())
    User.objects.filter(pk=person.pk).update(**proved(contact))
    person.refresh_from_db()
    return person


def person_with(contact, **new):
    """(whoever has this contact, False), or (a new person with these fields, True), whom nobody has proved yet."""
    found = User.objects.filter(**{contact.field: contact.address}).first()
    if found:
        return found, False
    try:
        with transaction.atomic():
            return User.objects.create_user(**{contact.field: contact.address}, **new), True
    except IntegrityError:
        return User.objects.get(**{contact.field: contact.address}), False


def proved(contact):
    return {"email": {"email_verified": True}, "sms": {"phone_verified": True}}[contact.channel]


def let_in(request, user, *, method, next="", **facts):
    """Sign this person in and answer where to go; `method` and facts stay in the session's record.

    Somebody else who was signed in on this browser is signed out first.
    """
    if request.user.is_authenticated:
        get_adapter().logout(request)
    record_authentication(request, user, method=method, **facts)
    return perform_login(request, Login(user=user, redirect_url=next or None))
