"""Sealing: committed entries get their place in the chains of their books, after the fact and in one go.

So writers never wait for one another. Each batch is one transaction: a sealer that is killed leaves whole
batches only, and the next one goes on from there.
"""

from django.db import transaction

from network.clock import now

from .content import contents_of
from .exceptions import EntryChanged
from .fold import fold
from .horizon import find_horizon
from .models import Entry, FoldMark, Seal
from .verify import FIRST, entry_digest, seal_digest

BATCH = 1000
WAIT = 5.0


def seal_books(*, wait=WAIT, batch=BATCH):
    """Seal every entry that is safely committed and fold the checkpoints; returns how many entries were sealed.

    Two sealers may start at once: one of them seals. Nothing happens while an older writing transaction stays
    open for more than `wait` seconds. Raises EntryChanged, sealing nothing of the batch, if a row no longer
    says what was posted.
    """
    horizon = find_horizon(wait)
    if horizon is None:
        return 0
    FoldMark.objects.get_or_create(pk=1)
    sealed = 0
    while count := seal_batch(horizon.entry, batch):
        sealed += count
    fold(horizon.transfer)
    return sealed


@transaction.atomic
def seal_batch(upto, batch):
    """Seal the next entries up to that id; returns how many, 0 also when another sealer is at work."""
    mark = FoldMark.objects.select_for_update(skip_locked=True).filter(pk=1).first()
    if mark is None:
        return 0
    entries = list(Entry.objects.filter(pk__gt=mark.sealed_entry, pk__lte=upto).order_by("pk")[:batch])
    if not entries:
        return 0
    contents = contents_of(entries)
    for entry in entries:
        demand_unchanged(entry, contents.get(entry.pk))
    Seal.objects.bulk_create(chain(entries, contents))
    FoldMark.objects.filter(pk=1).update(sealed_entry=entries[-1].pk)
    return len(entries)


def demand_unchanged(entry, content):
    if content is None or len(content.transfers) != entry.size or recomputed(entry, content) != entry.digest:
        raise EntryChanged(f"{entry.key} was changed before its seal, or never finished")


def recomputed(entry, content):
    """The digest of what the rows say now."""
    return entry_digest(entry.key, entry.kind, entry.day.isoformat(), entry.private_digest, content.transfers)


def chain(entries, contents):
    """The seals of these entries, each upon the head of its book."""
    at, seals = now(), []
    heads: dict[str, tuple[int, str]] = {}
    for entry in entries:
        for book in contents[entry.pk].books:
            position, previous = heads[book] if book in heads else head_of(book)
            digest = seal_digest(book, position + 1, previous, entry.digest)
            seals.append(
                Seal(book=book, position=position + 1, entry=entry, previous=previous, digest=digest, sealed_at=at)
            )
            heads[book] = position + 1, digest
    return seals


def head_of(book):
    """The position and digest of a book's newest seal; (0, 64 zeros) of an empty book."""
    last = Seal.objects.filter(book=book).order_by("-position").values_list("position", "digest").first()
    return last or (0, FIRST)
