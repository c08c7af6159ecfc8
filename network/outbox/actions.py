"""Making promises, replaying and pruning them; keeping is next door, in `keeping.py`."""

from datetime import timedelta

from django.db import transaction

from network.clock import now
from network.shell.tracing import request_id

from .keeping import keep_promise
from .models import Promise
from .registry import handler_of
from .wake import wake_workers

KEPT_DAYS = 14


def promise(topic, payload=None, *, key=None, due=None):
    """Write down, in the current transaction, that this shall be done after it commits.

    The payload is small JSON: refs and numbers, never personal data. `due` is the earliest time, at once without it.
    `key` names the work: all promises of one topic and key that wait when one of them is being kept are answered by
    that one, at the earliest of their times, and no two workers are ever at one key together. They are folded when
    kept, not when made: writers never wait for one another, and none is swallowed by a run that began before its
    cause was committed.

    Raises UnknownTopic if nobody keeps such promises.
    """
    [made] = write_down(topic, [(key, payload or {})], due)
    return made


def promise_each(topic, payloads, *, due=None):
    """Promise the topic for each key of the mapping with its payload, in one statement."""
    return write_down(topic, payloads.items(), due)


def write_down(topic, keyed, due):
    handler_of(topic)
    at = now()
    terms = {"topic": topic, "made_at": at, "due": due or at, "request_id": request_id()}
    made = Promise.objects.bulk_create(Promise(key=key, payload=payload, **terms) for key, payload in keyed)
    if terms["due"] <= at:
        for one in made:
            after_commit(wake_workers, one.pk)
    return made


def after_commit(function, pk):
    """Whatever happens to it, what was committed stands, and its caller goes on.

    A closure and no partial: Django names the function that failed, and stumbles over one without a name.
    """

    def call():
        function(pk)

    transaction.on_commit(call, robust=True)


def keep_now(promise):
    """Keep this promise in this process as soon as the transaction commits; if that fails the workers retry it."""
    after_commit(keep_promise, promise.pk)


def replay_promise(promise):
    """Give a promise that was given up its tries back; True if it was."""
    at = now()
    waiting = {"dead_at": None, "tries": 0, "due": at}
    replayed = Promise.objects.dead().filter(pk=promise.pk).update(**waiting)
    if replayed:
        after_commit(wake_workers, promise.pk)
    return bool(replayed)


def prune_kept(*, days=KEPT_DAYS):
    """Delete what was kept that long ago; what was given up stays until a person has looked at it."""
    return Promise.objects.filter(kept_at__lt=now() - timedelta(days=days)).delete()[0]
