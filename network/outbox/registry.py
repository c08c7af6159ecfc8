"""Who keeps which promise: topic → handler, registered in each app's `promises.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

_handlers = {}


class UnknownTopic(LookupError):
    """Nobody has said that he keeps promises of this topic."""


@dataclass(frozen=True)
class Handler:
    topic: str
    keep: Callable
    outside: bool
    lease: timedelta


def handles(topic, *, outside=False, lease=60):
    """Register the decorated function as the keeper of a topic.

    As a rule it is called with the payload inside the transaction that also marks the promise kept: its effects in
    the database happen once, and a promise it makes is made once. It must be short: SQLite lets nobody else write.

    With `outside=True` (mail, providers, slow rendering) it is called with no transaction open, and with
    `idempotency_key`, the same at every try, to hand on. It may be called again after a crash. It may return a
    function, which is called in the transaction that marks the promise kept.

    lease: seconds after which the others take a promise for abandoned; longer than an outside call ever takes.
    """

    def register(function):
        if topic in _handlers:
            raise ValueError(f"Two handlers want to keep {topic}.")
        _handlers[topic] = Handler(topic, function, outside, timedelta(seconds=lease))
        return function

    return register


def handler_of(topic):
    """Raises UnknownTopic."""
    try:
        return _handlers[topic]
    except KeyError:
        raise UnknownTopic(topic) from None
