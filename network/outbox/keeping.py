"""Keeping promises: lease, do, mark; put off with growing pauses, give up after eight tries.

First the lease is committed, with the try counted: a promise that kills its worker is counted too. Then the promise
is marked kept and its handler runs, in one transaction. The mark comes first: it fails for a worker that lost its
lease, and on PostgreSQL it locks the row, so that a slow handler is not overtaken when its lease ends.
Promises are kept in no particular order.
"""

import logging
import random
import traceback
import uuid
from datetime import timedelta
from pathlib import Path

from django.db import IntegrityError, transaction

from network.clock import now
from network.shell.tracing import traced

from .models import Promise
from .registry import UnknownTopic, handler_of

TRIES = 8
FIRST_PAUSE = timedelta(seconds=5)
PAUSE_GROWTH = 4  # 5 s, 20 s, 80 s … 5.7 h: together some 7 hours, longer than most providers are down
LOOKS = 20  # at most so many rivals or exhausted promises in a row before the worker takes a breath
FOLDED_AT_ONCE = 1000

logger = logging.getLogger(__name__)


class LeaseLost(Exception):
    """Another worker took the promise over."""


class WorkerDied(Exception):
    """The process that was keeping the promise ended before it was done."""


def keep_promise(pk, *, by=None):
    """Keep this promise if it is due and free; True if it is now kept."""
    claimed = claim(Promise.objects.filter(pk=pk), by=by or uuid.uuid4().hex)
    return claimed is not None and keep_claimed(claimed)


def keep_due(limit=None, *, by=None, go_on=lambda: True):
    """Keep what is due, up to `limit` promises or until `go_on()` says no; returns how many were tried."""
    by = by or uuid.uuid4().hex
    tried = 0
    while (limit is None or tried < limit) and go_on():
        claimed = claim(Promise.objects.all(), by=by)
        if claimed is None:
            break
        keep_claimed(claimed)
        tried += 1
    return tried


def claim(promises, *, by):
    """Lease one of these promises that may be kept now, or None."""
    for _look in range(LOOKS):
        try:
            with transaction.atomic(durable=True):
                at = now()
                found = promises.claimable(at).select_for_update(skip_locked=True, no_key=True)
                chosen = found.order_by("due", "pk").first()
                if chosen is None or lease(chosen, by=by, at=at):
                    return chosen
        except IntegrityError:
            continue  # In this moment somebody leased another promise of the same key; look again.
    return None


def lease(promise, *, by, at):
    """Take the promise for this worker and count the try; False if it is not to be had, or must be given up."""
    if promise.tries >= TRIES:
        put_off(promise, WorkerDied())
        return False
    lease = {"leased_by": by, "leased_until": at + lease_of(promise.topic), "tries": promise.tries + 1}
    if not untouched(promise).update(**lease):
        return False
    for name, value in lease.items():
        setattr(promise, name, value)
    fold(promise)
    return True


def lease_of(topic):
    try:
        return handler_of(topic).lease
    except UnknownTopic:  # written by a newer version of the site: it fails here, and is tried again there
        return timedelta(0)


def fold(promise):
    """Drop the waiting promises that this one is about to answer, except those others are touching."""
    if promise.key is not None:
        same = Promise.objects.unkept().filter(topic=promise.topic, key=promise.key, leased_until__isnull=True)
        others = same.exclude(pk=promise.pk).select_for_update(skip_locked=True)
        Promise.objects.filter(pk__in=list(others.values_list("pk", flat=True)[:FOLDED_AT_ONCE])).delete()


def keep_claimed(promise, *, failed=None):
    """Run the handler of a leased promise; True if it is kept. `failed(promise, error)` puts it off otherwise.

    Whatever it logs or promises bears the name of the request that this one came from.
    """
    with traced(promise.request_id):
        try:
            handler = handler_of(promise.topic)
            (keep_outside if handler.outside else keep_inside)(promise, handler)
        except LeaseLost:
            return False
        except Exception as error:
            (failed or put_off)(promise, error)
            return False
    return True


def keep_inside(promise, handler):
    with transaction.atomic(durable=True):
        mark_kept(promise)
        handler.keep(promise.payload)


def keep_outside(promise, handler):
    record = handler.keep(promise.payload, idempotency_key=promise.idempotency_key)
    with transaction.atomic(durable=True):
        mark_kept(promise)
        if record:
            record()


def mark_kept(promise):
    """Raises LeaseLost."""
    if not untouched(promise).update(kept_at=now(), leased_by="", leased_until=None, last_error=""):
        raise LeaseLost(promise)


def untouched(promise):
    """The promise's row, as long as nobody took it since: each lease counts a try."""
    return Promise.objects.unkept().filter(pk=promise.pk, leased_by=promise.leased_by, tries=promise.tries)


def put_off(promise, error):
    """Let it wait for its next try, or give it up after the last."""
    at = now()
    dead = promise.tries >= TRIES
    fate = {"dead_at": at} if dead else {"due": at + pause_after(promise.tries)}
    about = described(error)
    untouched(promise).update(leased_by="", leased_until=None, last_error=about, **fate)
    logger.log(
        logging.ERROR if dead else logging.WARNING, "Promise %s: try %s failed: %s", promise, promise.tries, about
    )


def pause_after(tries):
    """Growing pauses, spread by a quarter so that what failed together does not come back together."""
    return FIRST_PAUSE * PAUSE_GROWTH ** (tries - 1) * random.uniform(0.75, 1.25)  # noqa: S311


def described(error):
    """The error's class and place only: its message may quote a person's data."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return type(error).__name__
    path = Path(frames[-1].filename)
    return f"{type(error).__name__} in {frames[-1].name} ({path.parent.name}/{path.name}:{frames[-1].lineno})"[:300]


def give_back(by):
    """Put off what a worker that died was keeping, without waiting for the lease to end."""
    for promise in Promise.objects.unkept().filter(leased_by=by):
        put_off(promise, WorkerDied())
