"""Who works for the network: given and taken back by an administrator, told to whom it concerns."""

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from network.people.actions.passes import make_pass
from network.people.actions.sign_in import person_with
from network.people.contacts import Contact
from network.people.messages import tell_everywhere
from network.people.models import User

from ..access import has_role
from ..models import NetworkRole
from .memberships import grant_role, group_of, withdraw_role

Role = NetworkRole.Role
GUARDED = True  # the twin of the race test takes the guard away, to show that nothing else holds


class RoleRefused(Exception):
    """`text` says why, to whoever wanted it."""

    def __init__(self, text):
        super().__init__(text)
        self.text = text


@transaction.atomic
def give_role(person, role, *, by):
    """Let this person work for the network; a role that she holds already changes nothing.

    Nobody lets herself at the money. Raises PermissionDenied for who is no administrator, RoleRefused.
    """
    require_admin(by)
    if role == Role.TREASURER and person == by:
        raise RoleRefused(_("Nobody makes herself a treasurer. Another administrator has to do it."))
    if not person.is_active:
        raise RoleRefused(_("This account is closed."))
    if holds(person, role):
        return
    grant_role(person, role, by=by)
    give_rights(person, role)
    tell_of(person, "organisations/messages/role_given", role, by)


@transaction.atomic
def take_role_back(person, role, *, by):
    """End it, and the rights that hang on it; a role that she does not hold changes nothing.

    Raises PermissionDenied for who is no administrator, RoleRefused if no administrator would be left.
    """
    require_admin(by)
    if role == Role.ADMIN:
        wait_for_other_admins()
        if not other_admins(person).exists():
            raise RoleRefused(_("A network always has an administrator: first give the role to somebody else."))
    if not holds(person, role):
        return
    withdraw_role(person, role, by=by)
    take_rights(person, role)
    tell_of(person, "organisations/messages/role_withdrawn", role, by)


@transaction.atomic
def appoint_first_admin(email):
    """(administrator, token of her pass): whoever has this address, for those who hold the machine itself.

    The pass lets her in once, within a quarter of an hour; she sets up her second step before any page of staff opens.
    """
    person, _created = person_with(Contact("email", email))
    if not holds(person, Role.ADMIN):
        grant_role(person, Role.ADMIN)
    give_rights(person, Role.ADMIN)
    _made, token = make_pass(person, by=person)
    return person, token


def require_admin(by):
    if not has_role(by, Role.ADMIN):
        raise PermissionDenied


def holds(person, role):
    return NetworkRole.objects.standing().of(role).filter(user=person).exists()


def give_rights(person, role):
    """Django's own flags follow the roles: they open the staff's pages in houses that know no roles."""
    more = {"is_superuser": True} if role == Role.ADMIN else {}
    set_flags(person, is_staff=True, **more)


def take_rights(person, role):
    if role == Role.ADMIN:
        set_flags(person, is_superuser=False)
    if not person.is_superuser and not NetworkRole.objects.standing().filter(user=person).exists():
        set_flags(person, is_staff=False)


def set_flags(person, **flags):
    User.objects.filter(pk=person.pk).update(**flags)
    for name, value in flags.items():
        setattr(person, name, value)
    person.__dict__.pop("_network_roles", None)


def wait_for_other_admins():
    """Writing the role's group makes two administrators who take it from each other at the same moment wait."""
    if GUARDED:
        Group.objects.filter(pk=group_of(Role.ADMIN).pk).update(name=F("name"))


def other_admins(person):
    """Who is left: people who may still sign in."""
    standing = NetworkRole.objects.standing().of(Role.ADMIN)
    others = User.objects.filter(Q(pk__in=standing.values("user")) | Q(is_superuser=True), is_active=True)
    return others.exclude(pk=person.pk)


def tell_of(person, template, role, by):
    """Over every channel: what touches an account shall not be missed."""
    with translation.override("en"):
        duty = str(Role(role).label)  # the catalogue's word, put into her language when it is written
    tell_everywhere(person, template, {"role": duty, "by": str(by), "path": reverse("desk:today")})
