from datetime import time

from network.outbox.registry import handles
from network.outbox.schedule import every

from .actions.expire import expire_hold
from .export import publish_heads
from .seal import seal_books


@handles("ledger.seal", outside=True)
def seal(_payload, *, idempotency_key):
    seal_books()


@handles("ledger.publish_heads")
def publish(_payload):
    publish_heads()


@handles("ledger.expire")
def expire(payload):
    expire_hold(payload["key"])


every("ledger.seal", seconds=20)
every("ledger.publish_heads", daily_at=time(6, 0))
