"""Members of organisations and holders of network roles."""

from django.db import transaction
from django.db.models import F

from network.clock import now

from ..models import Membership, NetworkRole, Organisation


def add_member(organisation, user, *, role=Membership.Role.COLLEAGUE, by=None, at=None):
    """Give this person that role there; the standing membership if there is one already."""
    membership, _created = Membership.objects.get_or_create(
        organisation=organisation,
        user=user,
        role=role,
        ended_at=None,
        defaults={"added_by": by, "since": at or now()},
    )
    return membership


@transaction.atomic
def end_membership(membership, *, at=None):
    """End it, once. Raises LastOwner if nobody would answer for the organisation."""
    # Writing the organisation's row makes two owners who leave at the same moment wait for one another.
    Organisation.objects.filter(pk=membership.organisation_id).update(slug=F("slug"))
    if membership.role == Membership.Role.OWNER and not has_other_owner(membership):
        raise LastOwner(membership.organisation)
    Membership.objects.standing().filter(pk=membership.pk).update(ended_at=at or now())
    membership.refresh_from_db()
    return membership


def has_other_owner(membership):
    owners = Membership.objects.standing().filter(organisation=membership.organisation, role=Membership.Role.OWNER)
    return owners.exclude(pk=membership.pk).exists()


def grant_role(user, role, *, by=None, at=None):
    """Give this person that role in the network; staff sign in with a second factor from then on."""
    granted, _created = NetworkRole.objects.get_or_create(
        user=user, role=role, ended_at=None, defaults={"granted_by": by, "granted_at": at or now()}
    )
    _forget_roles(user)
    return granted


def withdraw_role(user, role, *, at=None):
    NetworkRole.objects.standing().filter(user=user, role=role).update(ended_at=at or now())
    _forget_roles(user)


def _forget_roles(user):
    """The user object remembers its roles for one request."""
    user.__dict__.pop("_network_roles", None)


class LastOwner(Exception):
    """An organisation always has an owner."""
