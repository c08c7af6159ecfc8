"""Writes docs/access.md: the matrix as a table for people. `python -m tests.access.table`"""

import os
from pathlib import Path

import django
from django.conf import settings

from tests.access.addresses import addresses
from tests.access.doors import DOORS, ROLES
from tests.access.matrix import OURS, STAFF, families, rows_of

PAGE = Path(__file__).parents[2] / "docs" / "access.md"
WORDS = {
    "open": "**open**",
    "sign in": "sign in",
    "proof": "proof",
    "second step": "2nd step",
    "refused": "403",
    "hidden": "404",
}
HEAD = """# Who may do what

Written by `make access` from `tests/access/`, and every cell of it is asked for by a real request in the tests; an address that stands
in no row fails them. **open** leads to the thing itself, *sign in* to the sign-in page, *2nd step* to showing the second factor
again, *proof* to where a guest proves the contact under which she ordered or gave, 403 says that it is not for her, 404 that there is
no such thing. In each address stands the seller's and her delegate's own thing, or the steward's own fund ("own"), that of another
maker or fund ("other"), or a token that was never given ("guess").

Nobody who works for the network reaches `/desk/`, `/cms/`, `/dashboard/` or `/django-admin/` without the second step.
"""


def written():
    """The whole page."""
    parts = [HEAD, *(f"## {room}\n\n{table(lines_of(declared))}" for room, declared in OURS.items())]
    return "\n".join([*parts, "## Borrowed screens\n\n" + BORROWED + table(borrowed()), doors()])


BORROWED = """By families of names, with how many there are. What each role may do inside is for Wagtail's, Oscar's and Django's own rules; here
stands who comes in at all. Everybody is tried at the first two names of a family; visitors, the seller and the administrator at each
that keeps them out.

"""


def table(lines):
    head = ["address", "asked", *ROLES]
    rows = [head, ["---"] * len(head), *lines]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def lines_of(declared):
    for name, words in declared.items():
        seen = {}
        for row in rows_of(name, words):
            seen.setdefault((row.whose, row.door), []).append(row.method)
        for (whose, door), methods in seen.items():
            shown = f"`{name}`" if whose == "all" else f"`{name}` ({whose})"
            yield [shown, " ".join(methods), *answers(door)]


def answers(door):
    return [WORDS[DOORS[door].answer(role)] for role in ROLES]


def borrowed():
    names = [address.name for address in addresses() if f"/{address.pattern}".startswith(settings.STAFF_PATHS)]
    counted = families(names)
    for family, door in STAFF.items():
        yield [f"`{family}` ({len(counted[family])})", "", *answers(door)]


def doors():
    lines = [f"| {name} | {door.why} |\n" for name, door in DOORS.items()]
    return "## The doors\n\n| door | who is let in |\n| --- | --- |\n" + "".join(lines)


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    django.setup()
    PAGE.write_text(written())


if __name__ == "__main__":
    main()
