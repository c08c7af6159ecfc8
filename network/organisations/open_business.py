"""What a person must hand over before she can leave: duties that nobody else has."""

from django.utils.translation import gettext as _

from .models import Membership, NetworkRole, Organisation

ONLY = [NetworkRole.Role.ADMIN, NetworkRole.Role.TREASURER]


def what_is_open(subject):
    """Words for each duty in which she is the only one."""
    if subject.user is None:
        return
    for role in NetworkRole.objects.standing().filter(user=subject.user, role__in=ONLY):
        others = NetworkRole.objects.standing().filter(role=role.role, user__is_active=True).exclude(user=subject.user)
        if not others.exists():
            yield _("You are the only one with the role “%(role)s”. Somebody else must hold it first.") % {
                "role": role.get_role_display()
            }


def owned_alone(subject):
    """Organisations that nobody answers for when she has left."""
    owning = Membership.objects.standing().filter(role=Membership.Role.OWNER, user__is_active=True)
    hers = owning.filter(user=subject.user).values("organisation")
    shared = owning.exclude(user=subject.user).values("organisation")
    return Organisation.objects.filter(pk__in=hers).exclude(pk__in=shared)
