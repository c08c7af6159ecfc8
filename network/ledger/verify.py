#!/usr/bin/env python3
"""Verify the published export of a book: `python verify.py ledger.json [--head POSITION:DIGEST]`.

Needs nothing but Python. It recomputes every entry's digest from what the row says and every seal from the
one before, and names the first row that was changed. An unbroken chain could still have been written anew as
a whole: compare it with a head that was published earlier and elsewhere. Exit code 0: whole; 1: changed.
"""

import argparse
import hashlib
import json
import sys

FORMAT = "chanchala-book/1"
FIRST = "0" * 64
encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def digest_of(*content):
    """SHA-256 of a JSON list without spaces, in UTF-8."""
    return hashlib.sha256(encoded(content).encode()).hexdigest()


def entry_digest(key, kind, day, private, transfers):
    """`transfers`: [n, kind, unit, debit code, credit code, amount, origin]; origin is "key#n" or ""."""
    return digest_of("entry/1", key, kind, day, private, [list(transfer) for transfer in transfers])


def seal_digest(book, position, previous, entry):
    return digest_of("seal/1", book, position, previous, entry)


COLUMNS = ("n", "kind", "unit", "debit", "credit", "amount", "origin")


class Broken(ValueError):
    """The file is not even JSON; the message says where."""


def read(raw):
    """The export in these bytes. Raises Broken, naming the line: entries stand one a line, the first on line 2."""
    try:
        return json.loads(raw.decode(errors="replace"))
    except json.JSONDecodeError as error:
        raise Broken(f"position {error.lineno - 1}: line {error.lineno} is not JSON ({error.msg})") from None


def verify(export, heads=()):
    """The first fault of an export in words, as a list; `heads` are (position, digest) known from elsewhere."""
    if not isinstance(export, dict) or export.get("format") != FORMAT:
        return [f"not a book of format {FORMAT}"]
    previous, seals = FIRST, {0: FIRST}
    for position, row in enumerate(export["entries"], 1):
        if fault := fault_of(row, export["book"], position, previous):
            return [f"position {position}: {fault}"]
        previous = seals[position] = row["seal"]
    stated = (export["head"]["position"], export["head"]["digest"])
    return [
        f"the head {at}:{digest} is not in this chain" for at, digest in [stated, *heads] if seals.get(at) != digest
    ]


def fault_of(row, book, position, previous):
    """What is wrong with a row of the export, or None."""
    try:
        transfers = [[transfer[column] for column in COLUMNS] for transfer in row["transfers"]]
        digest = entry_digest(row["key"], row["kind"], row["day"], row["private"], transfers)
        if row["digest"] != digest:
            return f"the content of {row['key']} does not match its digest"
        if (row["position"], row["previous"]) != (position, previous):
            return f"{row['key']} does not follow the row before"
        if row["seal"] != seal_digest(book, position, previous, digest):
            return f"the seal of {row['key']} does not match"
    except (KeyError, TypeError, IndexError) as missing:
        return f"the row has not the form of an entry ({missing})"
    return None


def head(text):
    position, _, digest = text.partition(":")
    return int(position), digest


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("export", type=argparse.FileType("rb"), help="the file, or - for standard input")
    parser.add_argument("--head", type=head, action="append", default=[], help="POSITION:DIGEST published before")
    arguments = parser.parse_args()
    try:
        export = read(arguments.export.read())
        faults = verify(export, arguments.head)
    except Broken as broken:
        faults = [str(broken)]
    print("\n".join(faults) or f"{export['book']}: {len(export['entries'])} entries, none changed")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
