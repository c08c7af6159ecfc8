"""The books in one digest: two databases that give the same hold the same books."""

from .content import contents_of
from .export import heads
from .models import Account, Entry, FoldMark, PrivateNote, Seal, Transfer
from .seal import recomputed
from .verify import digest_of

COUNTED = (Account, Entry, PrivateNote, Seal, Transfer)
BATCH = 1000


def summary_of_books():
    """{"digest", "heads": [[book, position, digest]], "counts"}; to be read within one snapshot.

    Sealed entries count by the heads of their chains, which `ledger_check` follows back to every row; those that
    wait for their seal count by what their rows say.
    """
    chained = [list(head) for head in heads()]
    counts = {model._meta.model_name: model.objects.count() for model in COUNTED}
    digest = digest_of("books/1", chained, sorted(counts.items()), list(unsealed_digests()))
    return {"digest": digest, "heads": chained, "counts": counts}


def unsealed_digests():
    """[key, digest] of each entry without a seal, as its rows read now."""
    after = FoldMark.objects.values_list("sealed_entry", flat=True).first() or 0
    while entries := list(Entry.objects.filter(pk__gt=after).order_by("pk")[:BATCH]):
        contents = contents_of(entries)
        for entry in entries:
            content = contents.get(entry.pk)
            yield [entry.key, recomputed(entry, content) if content else ""]
        after = entries[-1].pk
