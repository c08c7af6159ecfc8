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
    if person == maker or is_powerful(person):
        return False
    if has_role(maker, "coordinator"):
        return person.memberships.standing().exists()
    return is_in_the_care_of(maker, person)


def may_hand_over(helper, organisation, person):
    """May this helper show the picture that lets its owner to be into the shop?

    A coordinator for whom she may help anyway, and for somebody who has not come in yet. A delegate only the very first
    time, for somebody who has nothing but this shop: later the account is its owner's own.
    """
    if person == helper or is_powerful(person):
        return False
    if has_role(helper, "coordinator") and may_make_pass(helper, person):
        return True
    helps = helper.delegations.standing().filter(organisation=organisation).exists()
    return (helps or has_role(helper, "coordinator")) and is_newcomer(person, organisation)


def is_newcomer(person, organisation):
    """Never signed in, no contact proved, and belongs nowhere else."""
    elsewhere = person.memberships.standing().exclude(organisation=organisation)
    return person.last_login is None and not has_proved_contact(person) and not elsewhere.exists()


def is_powerful(person):
    """Closed, or with more power than a helper sees."""
    return not person.is_active or person.is_staff or bool(roles_of(person)) or has_second_factor(person)


def has_proved_contact(person):
    return bool(person.email_verified or person.phone_verified or person.line_uid)


def is_in_the_care_of(owner, person):
    owned = Organisation.objects.managed_by(owner, roles=[Membership.Role.OWNER])
    memberships = person.memberships.standing()
    return (
        not has_proved_contact(person)
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
