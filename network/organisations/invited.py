"""Is the visitor of an invitation's page the one who was asked? A forwarded link opens nothing by itself."""

from allauth.account.authentication import get_authentication_records

from network.clock import now
from network.people.actions.passes import digest
from network.people.channels import is_ready
from network.people.contacts import contact_at
from network.people.models import User

from .access import has_role
from .exceptions import InvitationEnded
from .models import Invitation

SHOWN = "invitation_shown"


def look_at_invitation(token):
    """The open invitation of that token. Raises InvitationEnded; `ended.invitation` is the one, where there is one."""
    found = Invitation.objects.with_organisation().filter(digest=digest(token)).first()
    if found is None:
        raise InvitationEnded("unknown")
    reason = why_ended(found)
    if reason:
        raise InvitationEnded(reason, found)
    return found


def why_ended(invitation):
    """It ends with its time, with its answer, and with the power of who asked."""
    state = invitation.state_at(now())
    if state != Invitation.State.OPEN:
        return str(state)
    return "" if has_role(invitation.invited_by, "coordinator") else "powerless"


def next_step(request, invitation):
    """What this visitor does next: "accept", prove the contact by a "code", "sign_in", or be let in "beside" somebody.

    "helper" is a delegate of that organisation, who hands the link on.
    """
    user = request.user
    if user.is_authenticated and user.delegations.standing().filter(organisation=invitation.organisation).exists():
        return "helper"
    if not invitation.contact:
        return "accept" if user.is_authenticated else "sign_in"
    if has_shown(request, invitation):
        return "accept"
    return "code" if is_ready(contact_at(invitation.contact).channel) else "beside"


def has_shown(request, invitation):
    """Has she proved the contact that was asked, on this browser or as this person?"""
    if not request.user.is_authenticated:
        return False
    if request.session.get(SHOWN) == invitation.public_id:
        return True
    contact = contact_at(invitation.contact)
    if getattr(request.user, contact.field) != contact.address:
        return False
    is_proved = {"email": request.user.email_verified, "sms": request.user.phone_verified}[contact.channel]
    return is_proved or was_let_in_by_coordinator(request)


def was_let_in_by_coordinator(request):
    """A coordinator stood beside her and showed her a pass: she has been seen, if not her telephone."""
    records = get_authentication_records(request, request.user)
    makers = [record["made_by"] for record in records if record["method"] == "pass"]
    return any(has_role(maker, "coordinator") for maker in User.objects.filter(pk__in=makers))


def note_shown(request, invitation):
    """This browser has proved the contact; good for this invitation and this session."""
    request.session[SHOWN] = invitation.public_id
