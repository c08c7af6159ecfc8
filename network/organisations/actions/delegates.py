"""Delegates: who may act for an organisation, what they did, and how it ends."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_noop, override

from network.clock import now
from network.people.actions.sign_in import person_with
from network.people.messages import tell

from ..access import delegation_of, has_role, owners_of
from ..exceptions import StandInRefused
from ..models import Delegate, DelegateLog

STANDS_IN = timedelta(days=30)


@transaction.atomic
def grant_delegate(organisation, user, *, by, until=None, at=None):
    """Let this person act for the organisation; the standing delegation if there is one. Its owners are told.

    `until` ends it by itself. Raises ValueError if people would appoint themselves.
    """
    if user == by:
        raise ValueError("Nobody appoints herself.")
    delegate, is_new = keep_one(organisation, user, by=by, until=until, at=at)
    if delegate.until != until:
        delegate.until, delegate.granted_by = until, by
        delegate.save(update_fields=["until", "granted_by"])
    if is_new:
        tell_owners(delegate)
    return delegate


@transaction.atomic
def appoint_helper(organisation, *, contact, by, first_name=""):
    """A coordinator lets whoever has this contact help there; a new person if nobody has it. Raises ValueError."""
    person, _created = person_with(contact, first_name=first_name, language="th")
    return grant_delegate(organisation, person, by=by)


@transaction.atomic
def stand_in(organisation, *, by, at=None):
    """Let a coordinator list the first goods of somebody who is not there yet, for thirty days at most.

    It stands in the log, and whoever takes the shop over sees it and may end it. Raises StandInRefused.
    """
    if not has_role(by, "coordinator") or owners_of(organisation).exists():
        raise StandInRefused
    delegate, is_new = keep_one(organisation, by, by=by, until=(at or now()) + STANDS_IN, at=at)
    if is_new:
        log_deed(by, organisation, gettext_noop("began to help"), at=at)
    return delegate


def keep_one(organisation, user, *, by, until, at):
    """(the standing delegation, whether this call made it). One that has run out makes room."""
    at = at or now()
    old = Delegate.objects.filter(organisation=organisation, user=user, revoked_at=None, until__lte=at)
    old.update(revoked_at=at, revoked_by=by)
    given = {"granted_by": by, "granted_at": at, "until": until}
    return Delegate.objects.get_or_create(organisation=organisation, user=user, revoked_at=None, defaults=given)


def revoke_delegate(delegate, *, by, at=None):
    """Take it back, once; sessions that act by it lose it with their next request."""
    Delegate.objects.filter(pk=delegate.pk, revoked_at=None).update(revoked_at=at or now(), revoked_by=by)
    delegate.refresh_from_db()
    return delegate


def log_deed(user, organisation, deed, *, ref="", at=None):
    """Write down what a delegate did there; nothing for the organisation's own people."""
    delegate = delegation_of(user, organisation)
    if delegate is None:
        return None
    return DelegateLog.objects.create(delegate=delegate, deed=deed, ref=ref, at=at or now())


def tell_owners(delegate):
    """Nobody acts for a shop without its owner having heard of it."""
    for owner in owners_of(delegate.organisation).exclude(pk=delegate.granted_by_id):
        with override(owner.language):
            context = {
                "organisation": delegate.organisation.name,
                "person": str(delegate.user),
                "by": str(delegate.granted_by),
            }
        tell(owner, "organisations/messages/delegate", context)
