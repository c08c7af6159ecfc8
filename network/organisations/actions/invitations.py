"""Invitations: a coordinator asks, one person answers for the organisation from then on."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import override

from network.clock import now
from network.locks import TryAgain
from network.people.contacts import contact_at
from network.people.messages import tell
from network.words.public_ids import new_public_id
from network.words.slugs import unique_slug

from ..access import has_role
from ..exceptions import HelperCannotOwn, InvitationEnded
from ..invitation_links import digest_of, path_of
from ..models import Delegate, Invitation, Membership, Organisation
from ..signals import invitation_accepted
from .memberships import add_member

LASTS = timedelta(days=30)


def invite_organisation(*, name, kind, district, by, public_id=None, at=None, **asked):
    """Enter an organisation and ask somebody to answer for it; returns the Invitation.

    `asked` are `person_name`, `contact` (as it is stored), `line_id` and `sells`. Under a `public_id` that its form was
    given beforehand, what is sent twice is one invitation. Raises TryAgain where somebody has just taken its address.
    """
    public_id = public_id or new_public_id()
    try:
        with transaction.atomic():
            organisation = enter_organisation(name=name, kind=kind, district=district)
            return ask(organisation, by=by, public_id=public_id, at=at, **asked)
    except IntegrityError as error:
        made = Invitation.objects.with_organisation().filter(public_id=public_id).first()
        if made is None:
            raise TryAgain from error
        return made


def enter_organisation(*, name, kind, district):
    """A member of the network by its Thai name; nothing of it is public until it has a page or goods."""
    slug = unique_slug(name, Organisation.objects.all())
    organisation = Organisation.objects.create(slug=slug, kind=kind, district=district)
    organisation.write_texts("th", name=name)
    return organisation


def ask(organisation, *, by, at=None, **asked):
    at = at or now()
    invitation = Invitation(organisation=organisation, invited_by=by, invited_at=at, expires_at=at + LASTS, **asked)
    invitation.digest = digest_of(invitation)
    invitation.save()
    send_invitation(invitation)
    return invitation


def send_invitation(invitation):
    """Tell her, if a message reaches her; returns the Message or None."""
    if not invitation.contact:
        return None
    with override("th"):
        context = {
            "organisation": invitation.organisation.name,
            "by": str(invitation.invited_by),
            "path": path_of(invitation),
        }
    return tell(contact_at(invitation.contact), "organisations/messages/asked", context, language="th")


@transaction.atomic
def ask_again(invitation, *, by, at=None):
    """Send it once more, with thirty days from now; True unless it was accepted.

    While it is open its link stays the same, so that printed cards go on working. One that had ended gets a fresh one.
    """
    at = at or now()
    invitation.refresh_from_db()
    waiting = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, turn=invitation.turn)
    if invitation.state_at(at) != Invitation.State.OPEN:
        invitation.turn += 1
    fresh = {"turn": invitation.turn, "digest": digest_of(invitation), "invited_by": by, "invited_at": at}
    asked = waiting.update(**fresh, expires_at=at + LASTS, withdrawn_at=None, withdrawn_by=None)
    invitation.refresh_from_db()
    if asked:
        send_invitation(invitation)
    return bool(asked)


def withdraw_invitation(invitation, *, by, at=None):
    """Take it back, once, unless it was accepted; True if this call did."""
    at = at or now()
    withdrawn = Invitation.objects.unanswered().filter(pk=invitation.pk).update(withdrawn_at=at, withdrawn_by=by)
    invitation.refresh_from_db()
    return bool(withdrawn)


@transaction.atomic
def accept_invitation(invitation, *, by, at=None):
    """Let this person answer for the organisation: of all who try at once, one. Returns her membership.

    Whether she is the one who was asked is her page's question. Twice by the same person is once.
    Raises InvitationEnded, HelperCannotOwn.
    """
    at = at or now()
    if Delegate.objects.standing(at).filter(user=by, organisation=invitation.organisation_id).exists():
        raise HelperCannotOwn
    if not has_role(invitation.invited_by, "coordinator"):
        raise InvitationEnded("powerless")
    if not Invitation.objects.open(at).filter(pk=invitation.pk).update(accepted_at=at, accepted_by=by):
        return accepted_before(invitation, by)
    invitation.refresh_from_db()
    membership = add_member(invitation.organisation, by, role=Membership.Role.OWNER, by=invitation.invited_by, at=at)
    invitation_accepted.send(Invitation, invitation=invitation)
    tell_inviter(invitation)
    return membership


def accepted_before(invitation, person):
    """Her membership if it was she. Raises InvitationEnded."""
    invitation.refresh_from_db()
    if invitation.accepted_by_id != person.pk:
        raise InvitationEnded(str(invitation.state))
    return invitation.organisation.memberships.filter(user=person, role=Membership.Role.OWNER).latest("since")


def tell_inviter(invitation):
    """Who asked hears who it was: where no contact was named, she is the one who can tell a stranger."""
    inviter = invitation.invited_by
    with override(inviter.language):
        context = {"organisation": invitation.organisation.name, "person": str(invitation.accepted_by)}
    tell(inviter, "organisations/messages/accepted", context)
