"""Dividing a whole into parts that sum to it."""

from collections.abc import Sequence


def split(total: int, weights: Sequence[int]) -> list[int]:
    """Divide a whole number of minor units in proportion to whole weights, losing nothing.

    Largest remainder: each part is rounded down, and what is left goes one by one to the parts that lost
    most, the earlier first. Raises ValueError without a positive weight or with a negative one.
    """
    if isinstance(total, bool) or not isinstance(total, int) or any(type(weight) is not int for weight in weights):
        raise TypeError("Only whole minor units and whole weights are divided.")
    whole = sum(weights)
    if whole <= 0 or min(weights) < 0:
        raise ValueError("Weights are zero or more, and one at least is more.")
    parts = [total * weight // whole for weight in weights]
    lost = [total * weight % whole for weight in weights]
    left = total - sum(parts)
    for index in sorted(range(len(weights)), key=lambda index: -lost[index])[:left]:
        parts[index] += 1
    if sum(parts) != total:
        raise AssertionError(f"{total} was split into {parts}")
    return parts
