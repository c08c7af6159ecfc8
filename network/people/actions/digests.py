"""The evening's digest: what waits for a person, in one push, once a day."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from network.outbox.actions import promise, promise_each

from ..models import Message, User

DIGEST, TOPIC_OF_ONE = "people/digest", "people.digest"
MOST = 12  # in one digest; what is left waits for the next evening


def evening_of(moment):
    """The day whose digest this is: one that is written late, or in the night, is not the next day's."""
    local = timezone.localtime(moment)
    return local.date() - timedelta(days=local.time() < settings.LINE_DIGEST_AT)


def promise_digests(day):
    """One for each person for whom something waits and to whom LINE lets us write."""
    closed = User.objects.filter(line_reachable=False).exclude(line_uid=None)
    waiting = Message.objects.waiting().exclude(to__in=closed.values("line_uid")).order_by("pk")
    firsts = {}
    for address, key in waiting.values_list("to", "key"):
        firsts.setdefault(address, str(key))
    promise_each(TOPIC_OF_ONE, {key: {"first": key, "day": day.isoformat()} for key in firsts.values()})


def write_digest(first, day, *, topic):
    """Gather what waits for the person of that message, and promise it; None if her digest of the day is written.

    Its unique name lets one of several workers write it. Called inside a promise's transaction.
    """
    asked = Message.objects.waiting().filter(key=first).first()
    if asked is None:
        return None
    digest = begin_digest(asked, day)
    if digest is None:
        return None
    chosen = Message.objects.waiting().filter(channel=asked.channel, to=asked.to).order_by("pk")[:MOST]
    Message.objects.waiting().filter(pk__in=list(chosen.values_list("pk", flat=True))).update(digest=digest)
    promise(topic, {"message": str(digest.key)})
    return digest


def begin_digest(asked, day):
    """The row of today's, or None if somebody else began it."""
    same = {"channel": asked.channel, "to": asked.to, "user": asked.user, "urgency": Message.Urgency.TODAY}
    language = asked.user.language if asked.user else asked.language
    digest, fresh = Message.objects.get_or_create(
        once=name_of(asked, day),
        defaults={**same, "template": DIGEST, "language": language or settings.LANGUAGE_CODE},
    )
    return digest if fresh else None


def name_of(asked, day):
    return f"digest:{asked.to[:64]}:{day}"


def undo_digest(digest):
    """Nothing carries it today: what it gathered waits for another evening."""
    digest.parts.update(digest=None)
    digest.delete()
