"""Every string of ours in every language that readers are offered: `python -m tests.translations`.

Exit 1 names each missing, empty or fuzzy translation, and each placeholder that got lost. With --collect the
catalogues `locale/<room>/<language>/LC_MESSAGES/django.po` are brought up to date from the source first.
"""

import argparse
import re
from pathlib import Path

import polib
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file

from tests.django_messages import extract

ROOT = Path(__file__).parent.parent
LANGUAGES = ["th"]
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    **dict.fromkeys(["gettext", "gettext_lazy", "gettext_noop", "_"]),
    **dict.fromkeys(["ngettext", "ngettext_lazy"], (1, 2)),
    **dict.fromkeys(["pgettext", "pgettext_lazy"], ((1, "c"), 2)),
    **dict.fromkeys(["npgettext", "npgettext_lazy"], ((1, "c"), 2, 3)),
}
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|\{[a-z_]*\}|%[sd]")


def room_of(path):
    """Which catalogue a source file belongs to: its app on the ground, else its top folder."""
    parts = path.relative_to(ROOT).parts
    if parts[0] == "templates":
        return TEMPLATE_ROOMS.get(parts[1].removesuffix(".html"), "shell")
    return parts[1] if parts[0] == "network" and len(parts) > 2 else parts[0]


TEMPLATE_ROOMS = {
    **dict.fromkeys(
        ["desk", "people", "payments", "privacy", "places", "cards", "organisations", "outbox", "words", "ledger"]
    ),
    **dict.fromkeys(
        ["oscar", "marketplace", "catalogue", "basket", "checkout", "order", "consignments"], "marketplace"
    ),
    "account": "people",
    "mfa": "people",
    "usersessions": "people",
    "socialaccount": "people",
    "funding": "funding",
    "cms": "cms",
    "demo": "demo",
}
TEMPLATE_ROOMS = {folder: room or folder for folder, room in TEMPLATE_ROOMS.items()}


def sources():
    """Source files by room."""
    rooms = {}
    tops = ["network", "funding", "marketplace", "cms", "demo", "config", "templates"]
    for top in tops:
        for path in [*(ROOT / top).rglob("*.py"), *(ROOT / top).rglob("*.html"), *(ROOT / top).rglob("*.txt")]:
            if "migrations" not in path.parts and "sandbox" not in path.parts:
                rooms.setdefault(room_of(path), []).append(path)
    return rooms


def messages_of(paths):
    """What these files say to people: {(context, text): plural or None}."""
    found = {}
    for path in sorted(paths):
        method = "python" if path.suffix == ".py" else extract
        for _line, text, _comments, context in extract_from_file(method, path, KEYWORDS):
            single, plural = text if isinstance(text, tuple) else (text, None)
            if single:
                found.setdefault((context, single), plural)
    return found


def catalogue(room, language):
    path = ROOT / "locale" / room / language / "LC_MESSAGES" / "django.po"
    if path.exists():
        return polib.pofile(str(path), wrapwidth=120)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = polib.POFile(wrapwidth=120)
    fresh.fpath = str(path)
    fresh.metadata = {
        "Content-Type": "text/plain; charset=utf-8",
        "Language": language,
        "Plural-Forms": "nplurals=1; plural=0;",
    }
    return fresh


def collect(rooms):
    """Bring each catalogue to what the source says; a translation of a text that is gone goes with it."""
    for room, paths in rooms.items():
        wanted = messages_of(paths)
        for language in LANGUAGES if wanted else ():
            po = catalogue(room, language)
            have = {(entry.msgctxt, entry.msgid): entry for entry in po}
            po[:] = [have.get(key) or entry_for(key, plural) for key, plural in sorted(wanted.items(), key=str)]
            po.save(po.fpath)


def entry_for(key, plural):
    context, text = key
    entry = polib.POEntry(msgctxt=context, msgid=text, msgid_plural=plural or "")
    if plural:
        entry.msgstr_plural = {0: ""}
    return entry


def faults(rooms):
    for room, paths in sorted(rooms.items()):
        wanted = messages_of(paths)
        for language in LANGUAGES if wanted else ():
            have = {(entry.msgctxt, entry.msgid): entry for entry in catalogue(room, language)}
            for (context, text), plural in wanted.items():
                if fault := fault_of(plural or text, have.get((context, text))):
                    yield f"{room} ({language}): {fault}: {text!r}"


def disagreements():
    """Texts that two catalogues translate differently: only one of them is ever seen, on the other's pages too."""
    for language in LANGUAGES:
        said = {}
        for path in sorted(ROOT.glob(f"locale/*/{language}/LC_MESSAGES/django.po")):
            for entry in polib.pofile(str(path)):
                meant = entry.msgstr or str(entry.msgstr_plural)
                said.setdefault((entry.msgctxt, entry.msgid), {}).setdefault(meant, path.parts[-4])
        for (_context, text), rooms in said.items():
            if len(rooms) > 1:
                yield f"{' and '.join(rooms.values())} ({language}): disagree, give one a context: {text!r}"


def fault_of(source, found):
    """What is wrong with a translation, or None."""
    if found is None:
        return "not in the catalogue"
    texts = list(found.msgstr_plural.values()) or [found.msgstr]
    if not all(texts):
        return "not translated"
    if found.fuzzy:
        return "fuzzy"
    needed = set(PLACEHOLDER.findall(source))
    return None if all(set(PLACEHOLDER.findall(text)) == needed for text in texts) else "placeholders differ"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--collect", nargs="*", metavar="ROOM", help="these rooms only, or all")
    rooms, chosen = sources(), parser.parse_args().collect
    if chosen is not None:
        collect({room: paths for room, paths in rooms.items() if not chosen or room in chosen})
    found = [*faults(rooms), *disagreements()]
    print("\n".join(found) or "Every string is translated.")
    raise SystemExit(bool(found))


if __name__ == "__main__":
    main()
