"""What a new member does until its place in the network is complete: facts and one link each, never a score.

Rooms add their steps from `desk_screens` while the apps start; this room knows none of them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from .models import Organisation


def everybody(_organisation):
    return True


@dataclass(frozen=True)
class Step:
    """One thing to do, and the page of the desk where it is done.

    `is_done(organisation)` asks the database itself; `wanted_of(organisation)` leaves the step out for members it says
    nothing to. With `by_herself` only the organisation's own people can do it: a delegate sees it without a link.
    """

    name: str
    title: str
    url_name: str
    is_done: Callable[[Organisation], bool]
    wanted_of: Callable[[Organisation], bool] = everybody
    by_herself: bool = False
    order: int = 100


_steps: dict[str, Step] = {}


def register_step(step):
    _steps[step.name] = step


def steps_of(organisation):
    """[(step, whether it is done)] in the order they are best taken."""
    wanted = [step for step in _steps.values() if step.wanted_of(organisation)]
    return [(step, step.is_done(organisation)) for step in sorted(wanted, key=lambda step: (step.order, step.name))]
