"""An owner lets somebody help her: by a link or its picture, which one person takes up."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import override

from network.clock import now
from network.people.actions.passes import digest
from network.people.messages import tell
from network.words.public_ids import new_token

from ..access import is_member
from ..exceptions import InvitationEnded
from ..models import HelperLink, Membership
from .delegates import grant_delegate

LASTS = timedelta(days=3)
GUARDED = True  # a test takes the guard away and must then see two helpers of one link


@transaction.atomic
def make_helper_link(organisation, *, by):
    """A fresh link's token, shown once and kept nowhere; her older ones stop working. Raises PermissionDenied."""
    if not answers_for(by, organisation):
        raise PermissionDenied
    at = now()
    withdraw_helper_links(organisation, at=at)
    token = new_token()
    ends = at + LASTS
    HelperLink.objects.create(digest=digest(token), organisation=organisation, made_by=by, made_at=at, expires_at=ends)
    return token


def withdraw_helper_links(organisation, *, at=None):
    at = at or now()
    return HelperLink.objects.open(at).filter(organisation=organisation).update(withdrawn_at=at)


def look_at_helper_link(token):
    """The open link of that token. Raises InvitationEnded; a link of somebody who is no owner any more has ended too."""
    found = HelperLink.objects.filter(digest=digest(token)).select_related("organisation", "made_by").first()
    if found is None:
        raise InvitationEnded("unknown")
    if found.used_at:
        raise InvitationEnded("accepted", found)
    if found.withdrawn_at or found.expires_at <= now():
        raise InvitationEnded("expired", found)
    if not answers_for(found.made_by, found.organisation):
        raise InvitationEnded("powerless", found)
    return found


@transaction.atomic
def take_up_helping(token, *, by):
    """Become the delegate that the link asks for: of all who try, one. The owner is told who.

    Raises InvitationEnded, and ValueError for her own people, who need no delegation.
    """
    link = look_at_helper_link(token)
    if is_member(by, link.organisation):
        raise ValueError("She is of the organisation already.")
    at = now()
    open_ones = HelperLink.objects.open(at) if GUARDED else HelperLink.objects
    if not open_ones.filter(pk=link.pk).update(used_by=by, used_at=at):
        raise InvitationEnded("accepted", link)
    delegate = grant_delegate(link.organisation, by, by=link.made_by)
    with override(link.made_by.language):
        context = {"organisation": link.organisation.name, "person": str(by), "by": str(link.made_by)}
    tell(link.made_by, "organisations/messages/delegate", context)
    return delegate


def answers_for(user, organisation):
    return user.is_active and is_member(user, organisation, Membership.Role.OWNER)
