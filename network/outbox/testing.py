"""For tests of every room: keep what is due, here and now."""

import uuid
from contextlib import contextmanager

from . import registry
from .keeping import claim, keep_claimed
from .models import Promise


def drain(*, leave=()):
    """Keep every promise that is due, but those of the topics to leave, and what they promise in turn; returns how many.

    A handler's exception comes up as it is. What is due later comes up within `network.clock.moved(by)`.
    """
    for kept in range(10_000):
        claimed = claim(Promise.objects.exclude(topic__in=leave), by=uuid.uuid4().hex)
        if claimed is None:
            return kept
        keep_claimed(claimed, failed=_let_it_through)
    raise AssertionError("The promises never end: a handler seems to promise itself again, due at once.")


def _let_it_through(_promise, error):
    raise error


@contextmanager
def handled_by(topic, function, **options):
    """Let that function keep the topic for a while, whoever else does."""
    before = registry._handlers.pop(topic, None)
    registry.handles(topic, **options)(function)
    try:
        yield function
    finally:
        registry._handlers.pop(topic)
        if before:
            registry._handlers[topic] = before
