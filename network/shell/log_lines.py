"""Log lines that hold no secret and nobody's data, as JSON for machines or as text for people.

Of an error stands where it happened and of what class it was, never its message: that may quote a form, a row, an
address. Of a request stands the name of its route, never its path: some paths open something. What a message says all
the same is searched for whatever looks like an address, a number or a key.
"""

import json
import logging
import re
import traceback
from datetime import UTC, datetime
from pathlib import Path

from .tracing import request_id

FRAMES = 6  # of an error, the innermost
TOLD = ("route", "method", "status", "ms", "topic")  # what else a line may say, by `extra=`

QUOTING = {"exc", "traceback", "args", "kwargs"}  # what Celery says of a task that failed

HIDDEN = "[…]"
SECRETS = re.compile(
    r"""[^\s@<>"'(),;=]+@[^\s@<>"'(),;=]+\.\w+   # an e-mail address
    | \b(?:sk|rk|pk|whsec)_\w+                   # a provider's key
    | \?[^\s"']+                                 # the rest of an address, from its question mark
    | [A-Za-z0-9_\-]{20,}                        # a token
    | \+?\d(?:[\ \-.()/]{0,2}\d){5,}             # a phone, a card, an account, a code, an address of the net
    | (?:[0-9a-fA-F]{0,4}:){3,}[0-9a-fA-F]{0,4}  # another one
    """,
    re.VERBOSE,
)


def redact(text):
    return SECRETS.sub(HIDDEN, text)


def route_of(request):
    match = getattr(request, "resolver_match", None)
    return (match.view_name or "unnamed") if match else ""


def facts_of(record):
    """What may be said of a log record, as a dict; what is empty is left out."""
    facts = {
        "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        "level": record.levelname.lower(),
        "logger": record.name,
        "says": says(record),
        "request": request_id() or getattr(getattr(record, "request", None), "id", ""),
    }
    facts |= {name: getattr(record, name, None) for name in TOLD}
    if hasattr(getattr(record, "request", None), "resolver_match"):
        facts |= {"route": route_of(record.request), "status": getattr(record, "status_code", None)}
    if record.exc_info and record.exc_info[1]:
        facts["error"] = errors_of(record.exc_info[1])
    return {name: value for name, value in facts.items() if value not in (None, "")}


def says(record):
    """The message; of what Django says about a request only how it begins, as the rest is a path."""
    if hasattr(record, "request"):
        return redact(str(record.msg).partition(":")[0].partition("%")[0].strip())
    try:
        return redact(str(record.msg) % told_args(record.args) if record.args else str(record.msg))
    except (TypeError, ValueError):
        return redact(str(record.msg))


def told_args(args):
    """An error among the words is told by its class; Celery hands its words by name."""
    if isinstance(args, dict):
        return {name: "" if name in QUOTING else value for name, value in args.items()}
    return tuple(type(arg).__name__ if isinstance(arg, BaseException) else arg for arg in args)


def errors_of(error):
    """The error and what it came from, the newest first: "OperationalError: file.py:12 in function < …"."""
    told = []
    while error is not None and len(told) < 4:
        frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
        places = " < ".join(f"{place(frame.filename)}:{frame.lineno} in {frame.name}" for frame in reversed(frames))
        told.append(f"{type(error).__name__}: {places}")
        error = error.__cause__ or error.__context__
    return told


def place(filename):
    path = Path(filename)
    return f"{path.parent.name}/{path.name}"


class JSONLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record):
        return json.dumps(facts_of(record), ensure_ascii=False)


class TextLines(logging.Formatter):
    """The same for people's eyes."""

    def format(self, record):
        facts = facts_of(record)
        head = f"{facts.pop('at')[11:19]} {facts.pop('level'):<8} {facts.pop('logger')}: {facts.pop('says', '')}"
        errors = "".join(f"\n    {line}" for line in facts.pop("error", ()))
        return head + "".join(f" {name}={value}" for name, value in facts.items()) + errors
