"""A circuit breaker: after five failures in a row nobody waits for that provider any more, for half a minute.

Its state lies in the cache, so that all processes of the site learn from one another's waiting; where the cache itself
is away, each goes on as if all were well. When the pause is over one caller tries (a "probe"), and the others go on
being refused at once until it has come back.
"""

import logging

from django.core.cache import cache

logger = logging.getLogger(__name__)

FAILURES = 5
PAUSE = 30  # seconds without a call
PROBE = 15  # seconds for which one caller may try, longer than a call can take
MEMORY = 600  # seconds after which failures are forgotten


class Breaker:
    """One provider's; `name` is what the other processes know it by."""

    def __init__(self, name):
        self.failures, self.opened, self.probed = (f"breaker:{name}:{what}" for what in ("failures", "open", "probe"))

    def lets_through(self):
        """Whether a call may be made now."""
        return quietly(self.is_closed, default=True)

    def is_closed(self):
        if cache.get(self.opened):
            return False
        return cache.get(self.failures, 0) < FAILURES or cache.add(self.probed, 1, PROBE)

    def note_failure(self):
        quietly(self.count_failure)

    def count_failure(self):
        cache.add(self.failures, 0, MEMORY)
        if cache.incr(self.failures) >= FAILURES:
            cache.set(self.opened, 1, PAUSE)
            cache.delete(self.probed)
            logger.error("The provider fails again and again: nobody asks it for %s seconds.", PAUSE)

    def note_success(self):
        quietly(self.forget)

    def forget(self):
        if cache.get(self.failures):
            cache.delete_many([self.failures, self.opened, self.probed])


def quietly(action, default=None):
    try:
        return action()
    except Exception as error:
        logger.warning("The breaker's memory is away: %s", type(error).__name__)
        return default
