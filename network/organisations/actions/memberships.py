"""Members of organisations and holders of network roles."""

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import F

from network.clock import now
from network.people.models import User

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


@transaction.atomic
def grant_role(user, role, *, by=None, at=None):
    """Give this person that role in the network; staff sign in with a second factor from then on."""
    _wait_for(user)
    granted, _created = NetworkRole.objects.get_or_create(
        user=user, role=role, ended_at=None, defaults={"granted_by": by, "granted_at": at or now()}
    )
    user.groups.add(group_of(role))
    _forget_roles(user)
    return granted


@transaction.atomic
def withdraw_role(user, role, *, by=None, at=None):
    """End it, and with it every right that hangs on it."""
    _wait_for(user)
    NetworkRole.objects.standing().filter(user=user, role=role).update(ended_at=at or now(), ended_by=by)
    user.groups.remove(group_of(role))
    _forget_roles(user)


def group_of(role):
    """The group of those who hold this role; what the group may do is for the rooms above to say."""
    return Group.objects.get_or_create(name=NetworkRole.Role(role).group_name)[0]


@transaction.atomic
def put_roles_into_groups():
    """Let each group of a role consist of exactly those who hold it, whatever somebody changed by hand."""
    for role in NetworkRole.Role:
        group_of(role).user_set.set(User.objects.filter(network_roles__in=NetworkRole.objects.standing().of(role)))


def _wait_for(user):
    """Writing the person's row makes a grant and a withdrawal at the same moment wait for one another."""
    User.objects.filter(pk=user.pk).update(is_active=F("is_active"))


def _forget_roles(user):
    """The user object remembers its roles for one request."""
    user.__dict__.pop("_network_roles", None)


class LastOwner(Exception):
    """An organisation always has an owner."""
