"""Who does what for the network, and for which organisation somebody acts right now."""

from django.contrib.auth import get_user_model
from django.db.models import Q

from .models import Delegate, Membership, NetworkRole, Organisation

ACTING_FOR = "acting_for"


def roles_of(user):
    """The names of the network roles this person holds; asked of the database once per user object."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    if not hasattr(user, "_network_roles"):
        held = NetworkRole.objects.standing().filter(user=user).values_list("role", flat=True)
        user._network_roles = frozenset(held) | ({"admin"} if user.is_superuser else set())
    return user._network_roles


def has_role(user, *roles):
    """Does this person hold one of these roles? No role includes another: money stays with treasurers."""
    return not roles_of(user).isdisjoint(roles)


def organisations_of(user):
    """Those that this person may act for, with their names, in a steady order."""
    return Organisation.objects.managed_by(user).with_texts().order_by("slug")


def acting_for(request):
    """The organisation this session acts for, or None: the one picked, else the only one there is.

    Asked anew on each request, so that an ended membership or a revoked delegate loses it at once.
    """
    if not hasattr(request, "_acting_for"):
        request._acting_for = _find_acting_for(request)
    return request._acting_for


def _find_acting_for(request):
    if not request.user.is_authenticated:
        return None
    mine = organisations_of(request.user)
    if picked := request.session.get(ACTING_FOR):
        return mine.filter(public_id=picked).first() or _only(mine)
    return _only(mine)


def people_of(organisation):
    """Everybody who acts for it today: its members and delegates."""
    members = Q(memberships__organisation=organisation, memberships__ended_at=None)
    delegates = Q(pk__in=organisation.delegates.standing().values("user"))
    return get_user_model().objects.filter(members | delegates, is_active=True).distinct()


def owners_of(organisation):
    """Those who answer for it today."""
    owning = Membership.objects.standing().filter(organisation=organisation, role=Membership.Role.OWNER)
    return get_user_model().objects.filter(pk__in=owning.values("user"), is_active=True)


def _only(organisations):
    found = list(organisations[:2])
    return found[0] if len(found) == 1 else None


def act_for(request, organisation):
    """Let this session act for that organisation. Raises PermissionError if the person may not."""
    if not organisations_of(request.user).filter(pk=organisation.pk).exists():
        raise PermissionError(f"{request.user.public_id} may not act for {organisation.ref}")
    request.session[ACTING_FOR] = organisation.public_id
    request._acting_for = organisation


def is_member(user, organisation, *roles):
    """Has this person one of these roles there (by default any)? A delegate is no member."""
    memberships = Membership.objects.standing().filter(user=user, organisation=organisation)
    return (memberships.filter(role__in=roles) if roles else memberships).exists()


def delegation_of(user, organisation):
    """The delegation under which this person acts there, or None for a member of its own."""
    if is_member(user, organisation):
        return None
    return Delegate.objects.standing().filter(user=user, organisation=organisation).first()
