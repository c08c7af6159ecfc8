"""What must always be true of the books and counters, each as one named query that returns the rows that break it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

_invariants = {}


@dataclass(frozen=True)
class Invariant:
    """A rule, under the name it is reported by (`capacity.taken`), and how to find what breaks it."""

    name: str
    title: str  # translatable: the public board shows it
    offending: Callable[[], Iterable]


def register_invariant(name, offending, title):
    """Have tests, `ledger_check`, the nightly run and the public board ask this; for each room's `invariants.py`."""
    if name in _invariants and _invariants[name].offending is not offending:
        raise ValueError(f"The invariant {name} is registered twice.")
    _invariants[name] = Invariant(name, title, offending)


def registered_invariants():
    return [_invariants[name] for name in sorted(_invariants)]


def broken_invariants():
    """The names of the broken ones, each with its offending rows; empty when all is well."""
    answers = {invariant.name: list(invariant.offending()) for invariant in registered_invariants()}
    return {name: rows for name, rows in answers.items() if rows}
