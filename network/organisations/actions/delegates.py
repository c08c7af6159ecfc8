"""Delegates: who may act for an organisation, what they did, and how it ends."""

from network.clock import now

from ..access import delegation_of
from ..models import Delegate, DelegateLog


def grant_delegate(organisation, user, *, by, until=None, at=None):
    """Let this person act for the organisation; the standing delegation if there is one.

    `until` ends it by itself. Raises ValueError if people would appoint themselves.
    """
    if user == by:
        raise ValueError("Nobody appoints herself.")
    delegate, _created = Delegate.objects.get_or_create(
        organisation=organisation,
        user=user,
        revoked_at=None,
        defaults={"granted_by": by, "granted_at": at or now(), "until": until},
    )
    if delegate.until != until:
        delegate.until = until
        delegate.save(update_fields=["until"])
    return delegate


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
