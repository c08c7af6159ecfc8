"""What this room keeps of people: memberships, invitations, and how somebody came back."""

from django.db.models import Q

from network.clock import now
from network.people.personal_data_registry import (
    LOOKED_FOR,
    NOBODY,
    POINTS,
    SECRET,
    Subject,
    by_contact,
    by_user,
    drawn_anew,
    emptied,
    free,
    holds,
    nothing,
    objects_to_erasure,
    when_erased,
    written_over,
)

from .models import Delegate, Invitation, Membership, NetworkRole, Recovery
from .open_business import what_is_open


def invited(subject):
    asked = Q(contact__in=subject.contacts)
    return asked | Q(accepted_by=subject.user) if subject.user else asked


def came_back(subject):
    asked = Q(address__in=subject.contacts)
    return asked | Q(user=subject.user) if subject.user else asked


def leave_everything(subject: Subject, refs):
    """Her memberships, roles and delegations end, and nothing that was sent to her opens a door any more."""
    at = now()
    Invitation.objects.unanswered().filter(contact__in=subject.contacts).update(withdrawn_at=at)
    Recovery.objects.not_ended().filter(came_back(subject)).update(stopped_at=at)
    if subject.user:
        for ending in (Membership, NetworkRole):
            ending.objects.standing().filter(user=subject.user).update(ended_at=at)
        standing = Delegate.objects.filter(user=subject.user, revoked_at=None)
        standing.update(revoked_at=at, revoked_by=subject.user)


when_erased(leave_everything)
objects_to_erasure(what_is_open)

holds(
    "organisations.Membership",
    mine=by_user(),
    fields={"user": POINTS},
    facts=["organisation", "role", "since", "ended_at"],
)
holds("organisations.Membership", mine=nothing, fields={"added_by": POINTS})
holds("organisations.NetworkRole", mine=by_user(), fields={"user": POINTS}, facts=["role", "granted_at", "ended_at"])
holds("organisations.NetworkRole", mine=nothing, fields=dict.fromkeys(["granted_by", "ended_by"], POINTS))
holds(
    "organisations.Delegate",
    mine=by_user(),
    fields={"user": POINTS},
    facts=["organisation", "granted_at", "until", "revoked_at"],
)
holds("organisations.Delegate", mine=nothing, fields=dict.fromkeys(["granted_by", "revoked_by"], POINTS))
holds("organisations.HelperLink", mine=nothing, fields={"made_by": POINTS, "used_by": POINTS, "digest": SECRET})
free("organisations.DelegateLog", "deed ref", "What was done with which thing; by whom, the delegation says.")
holds(
    "organisations.Invitation",
    mine=invited,
    fields={"person_name": emptied(), "contact": emptied(), "line_id": emptied(), "accepted_by": POINTS},
    facts=["organisation", "invited_at", "accepted_at", "withdrawn_at"],
)
holds(
    "organisations.Invitation",
    mine=nothing,
    fields={"invited_by": POINTS, "withdrawn_by": POINTS, "digest": SECRET},
)
free("organisations.Invitation", "public_id", "Drawn by lot.")
holds("organisations.InvitationList", mine=nothing, fields={"by": POINTS})
free("organisations.InvitationList", "key", "Drawn by lot.")
holds(
    "organisations.Recovery",
    mine=came_back,
    fields={"user": POINTS, "address": written_over(), "token": drawn_anew()},
    facts=["asked_at", "used_at", "stopped_at"],
)
holds(
    "organisations.Recovery",
    mine=nothing,
    fields=dict.fromkeys(["first_voucher", "second_voucher", "stopped_by"], POINTS),
)
free("organisations.Recovery", "channel", "E-mail, SMS or LINE.")
holds("organisations.RecoveryStep", mine=by_user("by"), fields={"by": POINTS, "ip": NOBODY}, facts=["deed", "at"])
holds("organisations.Suspension", mine=nothing, fields={"by": POINTS, "lifted_by": POINTS, "reason": LOOKED_FOR})
for shown in ("contact_phone", "contact_email"):
    holds("organisations.Organisation", mine=by_contact(shown), fields={shown: emptied()}, facts=["slug"])
holds("organisations.Organisation", mine=nothing, fields={"contact_line": LOOKED_FOR})
free(
    "organisations.Organisation",
    "public_id slug registration_number website livestream_url",
    "Of the organisation, public by its own wish.",
)
holds("organisations.OrganisationText", mine=nothing, fields=dict.fromkeys(["name", "line", "description"], LOOKED_FOR))
holds(
    "organisations.Certificate",
    mine=nothing,
    fields={"entered_by": POINTS, "judged_by": POINTS, "picture": LOOKED_FOR, "refusal": LOOKED_FOR},
)
free("organisations.Certificate", "public_id about number issuer", "Of goods or an organisation, public once verified.")
free("organisations.Dimension", "key", "The name of a side of life.")
free("organisations.DimensionText", "name", "The name of a side of life.")
free("places.Province", "code", "A number of the state.")
free("places.ProvinceText", "name", "Of a place.")
free("places.District", "code slug postal_code", "Of a place.")
free("places.DistrictText", "name short_name identity", "Of a place.")
free("places.Subdistrict", "code name_th name_en postal_codes", "Of a place.")
free("links.Link", "kind source target", "Refs of public things.")
