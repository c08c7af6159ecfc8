"""What can be in the way of taking something scarce."""


class SoldOut(Exception):
    """Not enough is left; nothing was taken.

    shortages: (pool, units left) of each pool that fell short; `pool` and `left` are the first's.
    """

    def __init__(self, shortages):
        self.shortages = shortages
        self.pool, self.left = shortages[0]
        super().__init__(", ".join(f"{pool.ref}: {left} left" for pool, left in shortages))


class HoldDiffers(Exception):
    """The same ref already holds another quantity; release it first."""


class HoldReleased(Exception):
    """What was held was given back on purpose; it does not come to life again."""


class BelowTaken(Exception):
    """A pool cannot become smaller than what is already taken from it."""

    def __init__(self, pool):
        self.pool, self.taken = pool, pool.taken
        super().__init__(f"{pool.ref}: {pool.taken} taken")


class MoreThanHeld(Exception):
    """More was to be returned than was confirmed and not yet returned."""
