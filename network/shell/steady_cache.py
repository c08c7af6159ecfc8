"""The shared cache, for a site that goes on without it.

What the cache holds can be made anew; but a throttle that cannot count, or a page that cannot look, must not become an
error. While Redis is away each process keeps a memory of its own, and asks again every few seconds.
"""

import logging
import time

import redis
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache

SILENCE = 5.0  # seconds without a question after Redis did not answer

logger = logging.getLogger(__name__)


class StandIn(LocMemCache):
    """A process's own memory; what was counted elsewhere before begins anew."""

    def incr(self, key, delta=1, version=None):
        self.add(key, 0, version=version)
        return super().incr(key, delta, version)


class SteadyRedisCache(RedisCache):
    away_until = 0.0

    def __init__(self, server, params):
        super().__init__(server, params)
        self.stand_in = StandIn("stand-in", {})


def steady(name):
    ask_redis = getattr(RedisCache, name)

    def ask(self, *args, **kwargs):
        if time.monotonic() >= SteadyRedisCache.away_until:
            try:
                return ask_redis(self, *args, **kwargs)
            except redis.RedisError as error:
                SteadyRedisCache.away_until = time.monotonic() + SILENCE
                logger.warning("The cache is away (%s); each process remembers for itself.", type(error).__name__)
        return getattr(self.stand_in, name)(*args, **kwargs)

    return ask


for _name in (
    "add",
    "get",
    "set",
    "touch",
    "delete",
    "get_many",
    "has_key",
    "incr",
    "set_many",
    "delete_many",
    "clear",
):
    setattr(SteadyRedisCache, _name, steady(_name))
