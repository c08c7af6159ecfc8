"""What this room has promised to do later."""

from functools import partial

from django.conf import settings

from network.clock import now
from network.outbox.registry import handles
from network.outbox.schedule import every

from . import line
from .actions.digests import TOPIC_OF_ONE, evening_of, promise_digests, write_digest
from .actions.line import note_figures
from .channels import CHANNELS
from .messages import TOPIC, deliver


@handles(TOPIC, outside=True)
def send_message(payload, *, idempotency_key):
    """The message's own key makes a second try harmless where the channel knows such keys."""
    return deliver(payload["message"])


@handles("people.digests")
def gather_news(_payload):
    promise_digests(evening_of(now()))


@handles(TOPIC_OF_ONE)
def gather_news_of_one(payload):
    write_digest(payload["first"], payload["day"], topic=TOPIC)


@handles("people.line_figures", outside=True)
def ask_line(_payload, *, idempotency_key):
    if not CHANNELS["line"].ready():
        return None
    return partial(note_figures, *line.figures())


every("people.digests", daily_at=settings.LINE_DIGEST_AT)
every("people.line_figures", minutes=60)
