"""Reading the books again: does every entry still say what was digested, and is every digest in its chains?"""

import gc
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from datetime import date
from multiprocessing import get_context
from typing import NamedTuple

from django.db import connection, connections

from .content import contents_of
from .digests import Stamp, private_digest
from .models import Entry, FoldMark, Seal
from .seal import recomputed
from .verify import seal_digest

RANGE = 5000


def quietly(work, total):
    return work


@contextmanager
def reading_chains(*, after=0, jobs=1, progress=quietly):
    """Yields the faults of all sealed entries with a greater id, in words that name the entry; none when all is well.

    `jobs` processes share the work by ranges of ids, across all books. They begin at once: whoever has something else
    to do looks at the faults last. `progress(work, total=)` wraps the iteration.
    """
    ranges = ranges_after(after, FoldMark.objects.values_list("sealed_entry", flat=True).first() or 0)
    alone = jobs == 1 or len(ranges) < 2 or connection.in_atomic_block
    with nullcontext() if alone else workers(jobs) as pool:
        found = pool.map(faults_of_range, ranges) if pool else map(faults_of_range, ranges)
        yield (fault for faults in progress(found, total=len(ranges)) for fault in faults)


def ranges_after(after, last):
    return [(start, min(start + RANGE, last)) for start in range(after, last, RANGE)]


def workers(jobs):
    """Forked, so that they need no set-up; each opens a connection of its own.

    They make millions of rows and no cycles: looking for cycles would be in vain.
    """
    connections.close_all()
    return ProcessPoolExecutor(jobs, mp_context=get_context("fork"), initializer=gc.disable)


class Written(NamedTuple):
    """An entry and its private note as their rows stand: a million model instances would take minutes."""

    pk: int
    key: str
    kind: str
    day: date
    size: int
    private_digest: str
    digest: str
    happened: str
    recorded: str
    salt: str | None
    facts: str | None


HIDDEN: tuple[str | Stamp, ...] = (
    Stamp("happened_at"),
    Stamp("recorded_at"),
    "private_note__salt",
    "private_note__facts",
)
FIELDS = (*Written._fields[: -len(HIDDEN)], *HIDDEN)


def faults_of_range(bounds):
    """The faults of the entries with after < id <= last."""
    after, last = bounds
    rows = Entry.objects.filter(pk__gt=after, pk__lte=last).order_by("pk").values_list(*FIELDS)
    entries = [Written(*row) for row in rows]
    contents, seals = contents_of(entries), seals_of(after, last)
    return [
        f"entry {entry.key} ({place(seals.get(entry.pk))}): {fault}"
        for entry in entries
        if (fault := fault_of(entry, contents.get(entry.pk), seals.get(entry.pk, ())))
    ]


def seals_of(after, last):
    """(book, position, previous, digest) of each seal by the entry's id."""
    found: dict[int, list[list]] = {}
    rows = Seal.objects.filter(entry_id__gt=after, entry_id__lte=last).order_by("entry_id", "book")
    for entry_id, *seal in rows.values_list("entry_id", "book", "position", "previous", "digest"):
        found.setdefault(entry_id, []).append(seal)
    return found


def place(seals):
    return ", ".join(f"{book} {position}" for book, position, *_ in seals or ()) or "unsealed"


def fault_of(entry, content, seals):
    """What is wrong with a sealed entry, or None."""
    if content is None or len(content.transfers) != entry.size:
        return "its transfers are not all there"
    if recomputed(entry, content) != entry.digest:
        return "its content does not match its digest"
    if not note_holds(entry, content):
        return "its times or private facts do not match their digest"
    if sorted(book for book, *_ in seals) != content.books:
        return "it is not sealed once in each of its books"
    if any(digest != seal_digest(book, position, previous, entry.digest) for book, position, previous, digest in seals):
        return "its seal does not match"
    return None


def note_holds(entry, content):
    """An erased note cannot be checked any more, and need not be."""
    if entry.salt is None:
        return True
    hidden = private_digest(entry.salt, entry.facts, entry.happened, entry.recorded, content.expiries)
    return hidden == entry.private_digest
