"""What validate.py asks of every record: fields, languages, references, spelling."""

from __future__ import annotations

import json
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
SLUG = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
THAI, CJK, LATIN = re.compile(r"[\u0e00-\u0e7f]"), re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[A-Za-z]")
RRULE = re.compile(
    r"^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;(INTERVAL=\d+|BYMONTH=\d+(,\d+)*|BYDAY=-?\d?(MO|TU|WE|TH|FR|SA|SU)(,-?\d?(MO|TU|WE|TH|FR|SA|SU))*))*$"
)
SLIPS = {
    "ํา": "sara am typed in two parts",
    "เเ": "sara ae typed as two sara e",
    "  ": "double space",
    "\u200b": "zero-width space",
    "\xa0": "no-break space",
}
TWO_TONES = re.compile(r"[\u0e48-\u0e4b]{2,}|[\u0e31\u0e34-\u0e3a]{2,}")
LEADING_MARK = re.compile(r"(^|[\s\u201c(])[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]")
CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w+|\b0\d[\d-]{7,}\b|https?://(?!(?:[a-z]+\.)?example\.org)")
ALL4 = ("th", "en", "ms", "zh-hans")
problems: list[str] = []
counts: dict[str, int] = {}


def bad(where: str, what: str) -> None:
    problems.append(f"{where}: {what}")


def load(name: str) -> dict:
    path = HERE / name
    if not path.exists():
        bad(name, "file is missing")
        return {}
    return json.loads(path.read_text(encoding="utf-8"))


def text(where: str, value, languages=("th", "en")) -> None:
    if not isinstance(value, dict):
        return bad(where, "translated text expected")
    for lang in languages:
        s = value.get(lang)
        if not isinstance(s, str) or not s.strip():
            bad(where, f"no {lang} text")
        elif lang == "th" and not THAI.search(s):
            bad(where, "Thai text has no Thai letters")
        elif lang in ("en", "ms") and (THAI.search(s) or CJK.search(s)):
            bad(where, f"{lang} text has Thai or Chinese letters")
        elif lang == "zh-hans" and (not CJK.search(s) or THAI.search(s)):
            bad(where, "zh-hans text is not Chinese")


def need(where: str, record: dict, *fields: str) -> None:
    for f in fields:
        if f not in record or record[f] in (None, "", []):
            bad(where, f"field {f} is missing or empty")


def index(name: str, rows: list[dict]) -> dict[str, dict]:
    out: dict[str, dict] = {}
    for row in rows:
        key = row.get("key", "")
        if not SLUG.match(key):
            bad(name, f"key {key!r} is not a slug")
        if key in out:
            bad(name, f"key {key!r} occurs twice")
        out[key] = row
    counts[name] = len(out)
    return out


def ref(where: str, value, table: dict, what: str, optional: bool = True) -> None:
    for key in value if isinstance(value, list) else [value]:
        if key is None and optional:
            continue
        if key not in table:
            bad(where, f"unknown {what} {key!r}")


def spot(where: str, row: dict) -> None:
    lat, lon = row.get("lat"), row.get("lon")
    if lat is None or lon is None:
        return
    if not (6.2 <= lat <= 8.1 and 99.9 <= lon <= 101.3):
        bad(where, f"({lat}, {lon}) is outside Songkhla")


def walk(where: str, node) -> None:
    """Thai typing slips, contact data and Thai in the wrong place, in every string."""
    if isinstance(node, dict):
        for k, v in node.items():
            walk(f"{where}.{k}", v)
    elif isinstance(node, list):
        for i, v in enumerate(node):
            walk(f"{where}[{i}]", v)
    elif isinstance(node, str):
        proofread(where, node)


def proofread(where: str, words: str) -> None:
    for slip, name in SLIPS.items():
        if slip in words:
            bad(where, name)
    if found := TWO_TONES.search(words):
        bad(where, f"two marks on one consonant near {found.group()!r}")
    if LEADING_MARK.search(words):
        bad(where, "a word starts with a combining mark")
    if re.search(r"[^\s]ๆ", words):
        bad(where, "no space before ๆ")
    if found := CONTACT.search(words):
        bad(where, f"contact data or outside address: {found.group()!r}")


def minutes(clock: str) -> int:
    h, m = clock.split(":")
    return int(h) * 60 + int(m)


try:
    from pythainlp.tokenize import word_tokenize

    def thai_words(s: str) -> int:
        return sum(1 for w in word_tokenize(s, engine="newmm", keep_whitespace=False) if w.strip())
except ImportError:

    def thai_words(s: str) -> int:
        return round(len(re.sub(r"\s", "", s)) / 4.2)
