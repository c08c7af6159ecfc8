"""Coming back: whom somebody means, and who may say that it is she."""

from datetime import timedelta

from django.db.models import Count, Q, Value
from django.db.models.functions import Concat, Trim

from network.people.models import User

from .access import has_role
from .models import Membership, Organisation

KNOWN_FOR = timedelta(days=7)  # whoever was entered only now may have been entered for this
NEEDED = 2


def person_with_contact(contact):
    """Whoever has this contact, or None."""
    return User.objects.filter(**{contact.field: contact.address}, is_active=True).first()


def person_named(name, group):
    """The one member of that name in an organisation of that name, in whatever language; None if there are more."""
    found = User.objects.filter(
        is_active=True, memberships__ended_at=None, memberships__organisation__texts__name__icontains=group
    )
    full = Trim(Concat("first_name", Value(" "), "last_name"))
    people = list(found.annotate(full=full).filter(full__iexact=" ".join(name.split())).distinct()[:2])
    return people[0] if len(people) == 1 else None


def groups_that_vouch(person, *, asked_at):
    """Organisations in which she and two others have been long enough to know one another."""
    since = asked_at - KNOWN_FOR
    long_there = Q(memberships__ended_at=None, memberships__since__lte=since, memberships__user__is_active=True) & ~Q(
        memberships__user=person
    )
    hers = person.memberships.standing().filter(since__lte=since).values("organisation")
    counted = Organisation.objects.active().filter(pk__in=hers)
    return counted.annotate(others=Count("memberships__user", filter=long_there, distinct=True)).filter(
        others__gte=NEEDED
    )


def groups_vouched_for_by(voucher, recovery):
    """As whose member she may vouch: the group of the first who vouched, once there is one."""
    long_there = Membership.objects.standing().filter(user=voucher, since__lte=recovery.asked_at - KNOWN_FOR)
    groups = groups_that_vouch(recovery.user, asked_at=recovery.asked_at)
    if recovery.first_voucher_id:
        groups = groups.filter(pk=recovery.organisation_id)
    return groups.filter(pk__in=long_there.values("organisation")).order_by("slug")


def coordinators_vouch(recovery):
    """Is nobody of her own there to do it? Whoever vouched first has decided that."""
    if recovery.first_voucher_id:
        return recovery.organisation_id is None
    return not groups_that_vouch(recovery.user, asked_at=recovery.asked_at).exists()


def may_vouch(voucher, recovery):
    """Two of one kind: members of an organisation of hers, no delegates; else coordinators. Nobody for herself."""
    if recovery.user is None or voucher == recovery.user or not voucher.is_active:
        return False
    if coordinators_vouch(recovery):
        return has_role(voucher, "coordinator")
    return groups_vouched_for_by(voucher, recovery).exists()


def may_stop(person, recovery):
    """Whoever may vouch, whoever has, the person herself, and every coordinator."""
    concerned = [recovery.user, *recovery.vouchers]
    return recovery.user is not None and (
        person in concerned or has_role(person, "coordinator") or may_vouch(person, recovery)
    )
