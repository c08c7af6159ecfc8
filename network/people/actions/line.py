"""What LINE lets us do: a month's pushes, counted once each, and who can be written to."""

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Greatest

from network.clock import now

from ..models import LineMonth, Message, User

GUARDED = True  # a test takes the guard away and must then see the quota overdrawn


@transaction.atomic
def take_push(message):
    """Count this push against the month, once however often it is tried; False if the month has no room for it.

    What waits for the evening leaves LINE_QUOTA_RESERVE to what is urgent.
    """
    month = LineMonth.at(now())
    if not Message.objects.filter(pk=message.pk, counted_in=None).update(counted_in=month.month):
        return True
    keep = 0 if message.urgency == Message.Urgency.NOW else settings.LINE_QUOTA_RESERVE
    if count(month, keep):
        return True
    Message.objects.filter(pk=message.pk).update(counted_in=None)
    return False


def count(month, keep):
    """The conditional UPDATE that lets no two take the last one."""
    months = LineMonth.objects.with_room(keep) if GUARDED else LineMonth.objects
    return months.filter(pk=month.pk).update(pushed=F("pushed") + 1)


@transaction.atomic
def give_back_push(message):
    """LINE has refused it: it counts as never taken."""
    month = Message.objects.values_list("counted_in", flat=True).get(pk=message.pk)
    if Message.objects.filter(pk=message.pk, counted_in=month).exclude(counted_in=None).update(counted_in=None):
        LineMonth.objects.filter(month=month).update(pushed=Greatest(F("pushed") - 1, 0))


def note_used_up():
    """LINE knows better than our count; its next figures, once there is room again, end this."""
    month = LineMonth.at(now())
    LineMonth.objects.filter(pk=month.pk, used_up_at=None).update(used_up_at=now())


def note_figures(allowed, sent):
    """What LINE says of this month: pushes allowed (None for any number) and sent, ours and those by hand."""
    month, at = LineMonth.at(now()), now()
    elsewhere = Greatest(sent - F("pushed"), 0)
    LineMonth.objects.filter(pk=month.pk).update(quota=allowed, elsewhere=elsewhere, asked_at=at)
    LineMonth.objects.filter(pk=month.pk).exclude(quota__lte=sent).update(used_up_at=None)


def note_following(heard):
    """Who can be written to from now on, and who no longer; older news and news heard twice change nothing."""
    for uid, reachable, at in heard:
        before = Q(line_heard_at=None) | Q(line_heard_at__lt=at)
        User.objects.filter(before, line_uid=uid).update(line_reachable=reachable, line_heard_at=at)


def note_unreachable(uid):
    User.objects.filter(line_uid=uid, line_reachable=True).update(line_reachable=False, line_heard_at=now())
