"""From the person who helped to the one whose shop it is: one picture, one tap."""

from django.db import transaction
from django.utils.translation import gettext_noop

from network.people.actions.passes import make_pass, use_pass
from network.people.actions.sign_in import person_with
from network.people.contacts import contact_at

from ..access import has_role, is_member, owners_of
from ..exceptions import CannotHandOver, InvitationEnded
from ..models import Invitation, Membership
from ..passes import may_hand_over
from .delegates import log_deed
from .invitations import accept_invitation, ask, ask_again


@transaction.atomic
def hand_over(organisation, *, by, contact=None):
    """A pass for whoever is to answer for the organisation; returns (the person, the pass's token).

    That is its owner, or the one who is invited. `contact` (a Contact) says who that is where the invitation named
    none; from then on it is for her alone. Raises CannotHandOver.
    """
    person = owners_of(organisation).order_by("pk").first() or person_invited(organisation, by=by, contact=contact)
    if not may_hand_over(by, organisation, person):
        raise CannotHandOver("herself")
    _made, token = make_pass(person, by=by)
    log_deed(by, organisation, gettext_noop("handed the shop over"))
    return person, token


def person_invited(organisation, *, by, contact):
    invitation = open_invitation(organisation) or invited_now(organisation, by=by)
    if not invitation.contact:
        bind(invitation, contact)
    new = {"first_name": invitation.person_name, "language": "th"}
    return person_with(contact_at(invitation.contact), **new)[0]


def open_invitation(organisation):
    return Invitation.objects.open().filter(organisation=organisation).first()


def invited_now(organisation, *, by):
    """Who coordinates may ask on the spot; a helper needs somebody who does."""
    if not has_role(by, "coordinator"):
        raise CannotHandOver("uninvited")
    ended = Invitation.objects.filter(organisation=organisation, accepted_at=None).first()
    if ended is None:
        return ask(organisation, by=by)
    ask_again(ended, by=by)
    return ended


def bind(invitation, contact):
    """An open card becomes hers who is met: whoever else has a copy of it gets no further."""
    if contact is None:
        raise CannotHandOver("nobody")
    Invitation.objects.open().filter(pk=invitation.pk).update(contact=contact.address, line_id="")
    invitation.contact, invitation.line_id = contact.address, ""


@transaction.atomic
def take_over(organisation, token, *, ip=None):
    """Spend the pass and let its person answer for the organisation; returns her.

    All or nothing. Raises PassEnded, InvitationEnded, HelperCannotOwn.
    """
    person = use_pass(token, ip=ip)
    if is_member(person, organisation, Membership.Role.OWNER):
        return person
    invitation = open_invitation(organisation)
    if invitation is None or not is_asked(person, invitation):
        raise InvitationEnded("unknown")
    accept_invitation(invitation, by=person)
    return person


def is_asked(person, invitation):
    """A pass opens one account; it must not open the shop that somebody else is invited to."""
    if not invitation.contact:
        return False
    contact = contact_at(invitation.contact)
    return getattr(person, contact.field) == contact.address
