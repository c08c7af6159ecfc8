#!/usr/bin/env python3
"""Verify the published export of a book: `python verify.py ledger.json [--head POSITION:DIGEST]`.

Needs nothing but Python. It recomputes every entry's digest from what the row says and every seal from the
one before, and names the first row that was changed. An unbroken chain could still have been written anew as
a whole: compare it with a head that was published earlier and elsewhere. Exit code 0: whole; 1: changed;
2: cannot be read.
"""

import argparse
import hashlib
import json
import sys

FORMAT = "chanchala-book/1"
FIRST = "0" * 64


def digest_of(*content):
    """SHA-256 of a JSON list without spaces, in UTF-8."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def entry_digest(key, kind, day, private, transfers):
    """`transfers`: [n, kind, unit, debit code, credit code, amount, origin]; origin is "key#n" or ""."""
    return digest_of("entry/1", key, kind, day, private, [list(transfer) for transfer in transfers])


def seal_digest(book, position, previous, entry):
    return digest_of("seal/1", book, position, previous, entry)


COLUMNS = ("n", "kind", "unit", "debit", "credit", "amount", "origin")


def fault_of(row, book, position, previous):
    """What is wrong with a row of the export, or None."""
    transfers = [[transfer[column] for column in COLUMNS] for transfer in row["transfers"]]
    if row["digest"] != entry_digest(row["key"], row["kind"], row["day"], row["private"], transfers):
        return "its content does not match its digest"
    if row["position"] != position:
        return f"position {position} is missing"
    if row["previous"] != previous:
        return "it does not follow the row before"
    if row["seal"] != seal_digest(book, position, previous, row["digest"]):
        return "its seal does not match"
    return None


def verify(export, heads=()):
    """The faults found in an export, in words; `heads` are (position, digest) known from elsewhere."""
    if export.get("format") != FORMAT:
        return [f"not a book of format {FORMAT}"]
    previous, seals = FIRST, {0: FIRST}
    for position, row in enumerate(export["entries"], 1):
        if fault := fault_of(row, export["book"], position, previous):
            return [f"entry {row['key']} at position {row['position']}: {fault}"]
        previous = seals[position] = row["seal"]
    stated = (export["head"]["position"], export["head"]["digest"])
    return [
        f"the head {at}:{digest} is not in this chain" for at, digest in [stated, *heads] if seals.get(at) != digest
    ]


def head(text):
    position, _, digest = text.partition(":")
    return int(position), digest


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("export", type=argparse.FileType(encoding="utf-8"))
    parser.add_argument("--head", type=head, action="append", default=[], help="POSITION:DIGEST published before")
    arguments = parser.parse_args()
    try:
        export = json.load(arguments.export)
        faults = verify(export, arguments.head)
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        parser.error(f"cannot be read: {problem!r}")
    print("\n".join(faults) or f"{export['book']}: {len(export['entries'])} entries, unchanged")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
