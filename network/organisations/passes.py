"""Who may let whom in by a pass: it opens an account, so it never opens one that has more power than its maker sees."""

from django.db.models import Q

from network.people.models import User
from network.people.second_factor import has_second_factor

from .access import has_role, roles_of
from .models import Membership, Organisation


def may_make_pass(maker, person):
    """Coordinators for any member; an owner for a colleague who could not get in without help.

    Never for staff, for holders of network roles, or for somebody with a second factor: those accounts can do what
    their helper may not. An owner's colleague must have no proved contact and belong to the owner's organisations
    alone; otherwise an owner could enrol a stranger and walk into her account.
    """
    if person == maker or not person.is_active or person.is_staff or roles_of(person) or has_second_factor(person):
        return False
    if has_role(maker, "coordinator"):
        return person.memberships.standing().exists()
    return is_in_the_care_of(maker, person)


def is_in_the_care_of(owner, person):
    owned = Organisation.objects.managed_by(owner, roles=[Membership.Role.OWNER])
    memberships = person.memberships.standing()
    return (
        not (person.email_verified or person.phone_verified or person.line_uid)
        and memberships.filter(organisation__in=owned).exists()
        and not memberships.filter(Q(role=Membership.Role.OWNER) | ~Q(organisation__in=owned)).exists()
    )


def people_in_reach(maker):
    """The members whom this person may look for: a coordinator all, an owner those of her organisations."""
    standing = Membership.objects.standing()
    if not has_role(maker, "coordinator"):
        owned = Organisation.objects.managed_by(maker, roles=[Membership.Role.OWNER])
        standing = standing.filter(organisation__in=owned)
    people = User.objects.filter(is_active=True, is_staff=False, pk__in=standing.values("user"))
    return people.exclude(pk=maker.pk)
