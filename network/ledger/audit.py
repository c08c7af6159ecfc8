"""Reading the books again from outside: triggers, invariants of every room, chains."""

from django.db import connection

from network.invariants import registered_invariants

from . import triggers
from .chains import quietly, reading_chains
from .invariants import Rule
from .models import FoldMark
from .signals import books_read


def audit(*, partial=False, jobs=1, progress=quietly):
    """Everything that is wrong with the books, in words; nothing when they are sound.

    A whole audit that finds nothing is remembered; a partial one looks at what was written since. The other
    rooms' invariants always look at everything.
    """
    reached = FoldMark.objects.filter(pk=1).first() or FoldMark()
    since = (reached.checked_entry, reached.checked_transfer) if partial else (0, 0)
    with reading_chains(after=since[0], jobs=jobs, progress=progress) as found_in_chains:
        faults = [
            *(f"the trigger {name} is missing or altered" for name in triggers.missing(connection)),
            *broken(since, partial),
            *found_in_chains,
        ]
    if not faults and not partial:
        FoldMark.objects.filter(pk=1).update(
            checked_entry=reached.sealed_entry, checked_transfer=reached.folded_transfer
        )
    if not partial:
        books_read.send(FoldMark, faults=faults)
    return faults


def broken(since, partial):
    """What the invariants found, row by row."""
    for invariant in registered_invariants():
        for row in offending(invariant.offending, since, partial):
            yield f"{invariant.name}: {invariant.title}: {row}"


def offending(rule, since, partial):
    if not isinstance(rule, Rule):
        return rule()
    return rule(*since) if rule.partial or not partial else ()
