"""A book for everybody: its rows, its chain and its head, as `verify.py` reads them."""

import json

from django.db.models import Max

from .content import contents_of
from .models import Entry, Seal
from .seal import head_of
from .signals import heads_published
from .verify import COLUMNS, FORMAT

CHUNK = 1000


def export_book(book):
    """The sealed rows of a book as the published JSON, in pieces: one entry a line, so that a broken one is named."""
    position, digest = head_of(book)
    about = {"format": FORMAT, "book": book, "head": {"position": position, "digest": digest}}
    yield f'{as_json(about)[:-1]},"entries":['
    for row in book_rows(book, upto=position):
        yield f"\n{',' if row['position'] > 1 else ''}{as_json(row)}"
    yield "\n]}\n"


def as_json(content):
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def book_rows(book, *, after=0, upto=None):
    """One dict per sealed entry of the book, by position; read in chunks, so that a long book fits."""
    while seals := seals_after(book, after, upto):
        contents = contents_of(sorted((seal.entry for seal in seals), key=lambda entry: entry.pk))
        for seal in seals:
            yield public_row(seal, contents[seal.entry_id])
        after = seals[-1].position


def seals_after(book, after, upto):
    seals = Seal.objects.filter(book=book, position__gt=after).order_by("position").select_related("entry")
    return list((seals.filter(position__lte=upto) if upto is not None else seals)[:CHUNK])


def public_row(seal, content):
    """Days and never seconds; no name, no note."""
    entry: Entry = seal.entry
    return {
        "position": seal.position,
        "key": entry.key,
        "kind": entry.kind,
        "day": entry.day.isoformat(),
        "transfers": [dict(zip(COLUMNS, transfer, strict=True)) for transfer in content.transfers],
        "private": entry.private_digest,
        "digest": entry.digest,
        "previous": seal.previous,
        "seal": seal.digest,
    }


CSV_COLUMNS = ["position", "key", "event", "day", *COLUMNS, "seal"]


def csv_rows(book):
    """The same as a table, one row a transfer, under CSV_COLUMNS."""
    for row in book_rows(book):
        for transfer in row["transfers"]:
            yield [row["position"], row["key"], row["kind"], row["day"], *transfer.values(), row["seal"]]


def heads():
    """Each book's newest position and digest: what must also be known elsewhere, or the chains convince nobody."""
    newest = Seal.objects.values("book").annotate(newest=Max("position")).order_by("book")
    books = newest.values_list("book", flat=True)
    return [(book, *head_of(book)) for book in books]


def publish_heads():
    """Tell whoever carries the heads out of the house (mail to stewards, the feed); returns them."""
    found = heads()
    heads_published.send(Seal, heads=found)
    return found
