"""Reading the books again: does every entry still say what was digested, and is every digest in its chains?"""

from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from functools import partial
from multiprocessing import get_context

from django.db import connection, connections

from .content import contents_of
from .digests import private_digest
from .models import Entry, FoldMark
from .seal import recomputed
from .verify import seal_digest

RANGE = 5000


def quietly(work, total):
    return work


def check_chains(*, after=0, jobs=1, progress=quietly):
    """The faults of all sealed entries with a greater id, in words that name the entry; none when all is well.

    `jobs` processes share the work by ranges of ids, across all books; `progress(work, total=)` wraps the iteration.
    """
    ranges = ranges_after(after, FoldMark.objects.values_list("sealed_entry", flat=True).first() or 0)
    alone = jobs == 1 or len(ranges) < 2 or connection.in_atomic_block
    with nullcontext() if alone else workers(jobs) as pool:
        found = map(faults_of_range, ranges) if alone else pool.map(faults_of_range, ranges)
        return [fault for faults in progress(found, total=len(ranges)) for fault in faults]


def ranges_after(after, last):
    return [(start, min(start + RANGE, last)) for start in range(after, last, RANGE)]


def workers(jobs):
    """Forked, so that they need no set-up; each opens a connection of its own."""
    connections.close_all()
    return ProcessPoolExecutor(jobs, mp_context=get_context("fork"))


def faults_of_range(bounds):
    """The faults of the entries with after < id <= last."""
    after, last = bounds
    entries = Entry.objects.filter(pk__gt=after, pk__lte=last).order_by("pk")
    entries = list(entries.select_related("private_note").prefetch_related("seals"))
    contents = contents_of(entries)
    return [
        f"entry {entry.key} ({place(entry)}): {fault}"
        for entry in entries
        if (fault := fault_of(entry, contents.get(entry.pk)))
    ]


def place(entry):
    return ", ".join(f"{seal.book} {seal.position}" for seal in entry.seals.all()) or "unsealed"


def fault_of(entry, content):
    """What is wrong with a sealed entry, or None."""
    if content is None or len(content.transfers) != entry.size:
        return "its transfers are not all there"
    if recomputed(entry, content) != entry.digest:
        return "its content does not match its digest"
    if not note_holds(entry, content):
        return "its times or private facts do not match their digest"
    if sorted(seal.book for seal in entry.seals.all()) != content.books:
        return "it is not sealed once in each of its books"
    seal_of = partial(seal_digest, entry=entry.digest)
    if any(seal.digest != seal_of(seal.book, seal.position, seal.previous) for seal in entry.seals.all()):
        return "its seal does not match"
    return None


def note_holds(entry, content):
    """An erased note cannot be checked any more, and need not be."""
    note = getattr(entry, "private_note", None)
    if note is None:
        return True
    times = entry.happened_at, entry.recorded_at, content.expiries
    return private_digest(note.salt, note.facts, *times) == entry.private_digest
