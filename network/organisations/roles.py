"""Who does what for the network."""

from .models import NetworkRole


def roles_of(user):
    """The names of the roles this person holds; asked of the database once per user object."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    if not hasattr(user, "_network_roles"):
        held = NetworkRole.objects.standing().filter(user=user).values_list("role", flat=True)
        user._network_roles = frozenset(held) | ({"admin"} if user.is_superuser else set())
    return user._network_roles


def has_role(user, *roles):
    """Does this person hold one of these roles? No role includes another: money stays with treasurers."""
    return not roles_of(user).isdisjoint(roles)
