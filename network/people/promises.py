"""What this room has promised to do later."""

from network.outbox.registry import handles

from .messages import TOPIC, deliver


@handles(TOPIC, outside=True)
def send_message(payload, *, idempotency_key):
    """The message's own key makes a second try harmless where the channel knows such keys."""
    return deliver(payload["message"])
