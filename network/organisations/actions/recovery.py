"""Coming back with a new contact: asked for, vouched for by two, open after a day, used once."""

from datetime import timedelta

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import IntegrityError, transaction

from network.clock import now
from network.outbox.actions import promise
from network.people.actions.contacts import ContactTaken
from network.people.actions.sign_in import proved
from network.people.contacts import contacts_of
from network.people.models import User

from ..models import Recovery, RecoveryStep
from ..recovery import coordinators_vouch, groups_vouched_for_by, may_vouch
from ..recovery_news import tell_all, tell_came_back, tell_of_stop, tell_open

WAIT = timedelta(hours=24)
LASTS = timedelta(days=14)
OPENED = "organisations.recovery_opened"
GUARDED = True  # the twins of the race tests take the guards away, to show that nothing else holds

Deed = RecoveryStep.Deed


class RecoveryEnded(Exception):
    """It was used, stopped, has run out, or is not open yet; `state` says which."""

    def __init__(self, state):
        super().__init__(state)
        self.state = state


class NotYoursToVouch(Exception):
    """This person may not say who that is."""


class AnotherIsOpen(Exception):
    """For this person somebody has vouched already, with another new contact."""


@transaction.atomic
def ask_to_come_back(contact, *, user, ip=None):
    """Write down that whoever has proved this contact asks to come back as `user`, None for somebody we do not know.

    One at a time for each contact: a form sent twice asks once.
    """
    at = now()
    end_overdue(Recovery.objects.asked_from(contact), at)
    try:
        with transaction.atomic():
            recovery = Recovery.objects.create(
                user=user, channel=contact.channel, address=contact.address, asked_at=at, expires_at=at + LASTS
            )
    except IntegrityError:
        return Recovery.objects.asked_from(contact).not_ended().get()
    note(recovery, Deed.ASKED, at, ip=ip)
    return recovery


@transaction.atomic
def vouch(recovery, *, by, ip=None):
    """Say that it is she. After the second, everybody hears of it and the wait begins; saying it twice changes nothing.

    Raises NotYoursToVouch, AnotherIsOpen, or RecoveryEnded.
    """
    at = now()
    if not may_vouch(by, recovery):
        raise NotYoursToVouch
    end_overdue(Recovery.objects.filter(user=recovery.user_id), at)
    first, second = vouch_first(recovery, by, at), False
    if not first:
        recovery.refresh_from_db()
        second = vouch_second(recovery, by, at)
    recovery.refresh_from_db()
    if by not in recovery.vouchers:
        raise RecoveryEnded(recovery.state(at))
    if first or second:
        note(recovery, Deed.VOUCHED, at, by=by, ip=ip)
    if second:
        begin_wait(recovery, at)
    return recovery


def vouch_first(recovery, by, at):
    """Of all who are first at the same moment, one."""
    organisation = None if coordinators_vouch(recovery) else groups_vouched_for_by(by, recovery).first()
    vouched = {"first_voucher": by, "first_vouched_at": at, "organisation": organisation}
    try:
        with transaction.atomic():
            return Recovery.objects.open(at).filter(pk=recovery.pk, first_voucher=None).update(**vouched)
    except IntegrityError:
        raise AnotherIsOpen from None


def vouch_second(recovery, by, at):
    """A second person, of the same kind as the first."""
    if not may_vouch(by, recovery):
        raise NotYoursToVouch
    alone = Recovery.objects.open(at).filter(pk=recovery.pk)
    if GUARDED:
        alone = alone.filter(second_voucher=None)
    return (
        alone.exclude(first_voucher=None)
        .exclude(first_voucher=by)
        .update(second_voucher=by, second_vouched_at=at, opens_at=at + WAIT)
    )


def begin_wait(recovery, at):
    tell_all(recovery, "recovery_waits")
    note(recovery, Deed.TOLD, at)
    promise(OPENED, {"recovery": recovery.pk}, due=recovery.opens_at)


@transaction.atomic
def note_open(recovery):
    """The wait is over: all are told once more, unless it was stopped or used."""
    at = now()
    if Recovery.objects.ready(at).filter(pk=recovery.pk).exists():
        note(recovery, Deed.OPENED, at)
        tell_all(recovery, "recovery_opens")
        tell_open(recovery)


@transaction.atomic
def stop_recovery(recovery, *, by=None, ip=None):
    """This is not she: stop it, once. Without `by` it was done with the link of a notice, or by who had asked.

    Everybody who had heard of it is told, and the new contact too.
    """
    at = now()
    if not Recovery.objects.open(at).filter(pk=recovery.pk).update(stopped_at=at, stopped_by=by):
        return False
    note(recovery, Deed.STOPPED, at, by=by, ip=ip)
    recovery.refresh_from_db()
    if recovery.first_voucher_id or by:
        tell_of_stop(recovery)
    return True


@transaction.atomic
def come_back(recovery, *, ip=None):
    """Give her the new contact and her account back, once; the caller lets her in.

    Her second factors and her password go and every session of hers ends: whoever holds her old phone is out.
    Raises RecoveryEnded (too early, used, stopped, run out), or ContactTaken if somebody else has proved the contact
    since.
    """
    at = now()
    ready = Recovery.objects.ready(at) if GUARDED else Recovery.objects.all()
    if not ready.filter(pk=recovery.pk).update(used_at=at):
        recovery.refresh_from_db()
        raise RecoveryEnded(recovery.state(at))
    recovery.refresh_from_db()
    note(recovery, Deed.USED, at, by=recovery.user, ip=ip)
    former = contacts_of(recovery.user)
    give_contact(recovery.user, recovery.contact)
    shut_out_others(recovery.user)
    tell_came_back(recovery, former)
    return recovery.user


def give_contact(user, contact):
    try:
        with transaction.atomic():
            User.objects.filter(pk=user.pk).update(**{contact.field: contact.address}, **proved(contact))
    except IntegrityError:
        raise ContactTaken(contact) from None
    user.refresh_from_db()


def shut_out_others(user):
    """A new password that nobody knows changes what every session is checked against, listed or not."""
    Authenticator.objects.filter(user=user).delete()
    user.set_unusable_password()
    user.save(update_fields=["password"])
    for session in UserSession.objects.filter(user=user):
        session.end()


def end_overdue(recoveries, at):
    """What has run out makes room for another try."""
    for overdue in recoveries.over_time(at):
        if Recovery.objects.over_time(at).filter(pk=overdue.pk).update(stopped_at=at):
            note(overdue, Deed.EXPIRED, at)


def note(recovery, deed, at, *, by=None, ip=None):
    RecoveryStep.objects.create(recovery=recovery, deed=deed, at=at, by=by, ip=ip)
