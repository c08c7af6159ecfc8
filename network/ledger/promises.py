import logging
from datetime import time

from network.outbox.registry import handles
from network.outbox.schedule import every

from .actions.expire import expire_hold
from .audit import audit
from .export import publish_heads
from .invariants import SEALED_IN_TIME
from .seal import seal_books

logger = logging.getLogger(__name__)


@handles("ledger.seal", outside=True)
def seal(_payload, *, idempotency_key):
    """Outside of transactions: the sealer waits for all that are open."""
    seal_books()
    if late := SEALED_IN_TIME():
        logger.critical("%s entries are unsealed after five minutes, the first is %s", len(late), late[0]["entry"])


@handles("ledger.expire")
def expire(payload):
    expire_hold(payload["key"])


@handles("ledger.publish_heads")
def publish(_payload):
    publish_heads()


@handles("ledger.check", outside=True, lease=900)
def check(_payload, *, idempotency_key):
    for fault in audit():
        logger.critical("The books are not sound: %s", fault)


every("ledger.seal", seconds=20)
every("ledger.check", daily_at=time(2, 30))
every("ledger.publish_heads", daily_at=time(6, 0))
