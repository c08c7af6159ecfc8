from datetime import time

from .actions import prune_kept
from .registry import handles
from .schedule import every


@handles("outbox.prune")
def prune(_payload):
    prune_kept()


every("outbox.prune", daily_at=time(3, 20))
