from network.outbox.registry import handles
from network.outbox.schedule import every

from .actions import expire_ended_holds


@handles("capacity.tidy")
def tidy(_payload):
    expire_ended_holds()


every("capacity.tidy", minutes=1)
