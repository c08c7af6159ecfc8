"""Entries as their digests see them, read from the rows."""

from itertools import groupby
from operator import itemgetter

from .digests import Stamp
from .models import Transfer

FIELDS = (
    "entry_id",
    "n",
    "kind",
    "unit",
    "debit__code",
    "credit__code",
    "amount",
    "origin__entry__key",
    "origin__n",
    "debit__book",
    "credit__book",
    Stamp("expires_at"),
)


class Content:
    """An entry's transfers in public form, the books they touch, and when pending ones end (as stamps)."""

    def __init__(self, rows):
        rows = list(rows)
        self.transfers = [[*row[1:7], f"{row[7]}#{row[8]}" if row[7] else ""] for row in rows]
        self.books = sorted({book for row in rows for book in row[9:11]})
        self.expiries = [row[11] for row in rows]


def contents_of(entries):
    """The Content of each entry by its id, for entries in ascending order of id."""
    if not entries:
        return {}
    first, last = entries[0].pk, entries[-1].pk
    if last - first < 2 * len(entries):
        rows = Transfer.objects.filter(entry_id__gte=first, entry_id__lte=last)
    else:  # one book's entries, far apart
        rows = Transfer.objects.filter(entry_id__in=[entry.pk for entry in entries])
    told = rows.order_by("entry_id", "n").values_list(*FIELDS)
    return {entry_id: Content(group) for entry_id, group in groupby(told, key=itemgetter(0))}
