"""Maintenance: readers are told when to come back, while machines go on knocking and are let in.

It stands in a file of VAR, which all processes of the site see and which needs no database, or in the environment.
"""

import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone

from network.shell.frame import Frame

SOON = 300  # seconds after which to ask again, where nobody has said when it ends
SHORTEST, LONGEST = 60, 24 * 3600


@dataclass(frozen=True)
class Notice:
    """`until` in UTC, or None; `words` as they were typed, in one language."""

    since: datetime | None = None
    until: datetime | None = None
    words: str = ""

    def seconds_left(self, at):
        """For Retry-After; what should be over is asked for again soon."""
        left = (self.until - at).total_seconds() if self.until else SOON
        return int(min(max(left, SHORTEST), LONGEST))


def notice_file():
    return Path(settings.VAR) / "maintenance.json"


def begin(*, until=None, words=""):
    """From now on, in every process that sees the file; another notice takes the place of the former."""
    notice = Notice(datetime.now(UTC), until, words)
    write_whole(notice_file(), {name: value and str(value) for name, value in asdict(notice).items()})
    return notice


def end():
    """Whether there was one."""
    try:
        notice_file().unlink()
    except FileNotFoundError:
        return False
    return True


def standing():
    """The Notice that stands, or None. A file that cannot be read was put there by somebody all the same."""
    try:
        told = json.loads(notice_file().read_text())
        return Notice(moment(told["since"]), moment(told["until"]), str(told["words"] or ""))
    except FileNotFoundError:
        return Notice(words="") if settings.MAINTENANCE else None
    except (OSError, ValueError, KeyError, TypeError):
        return Notice()


def moment(text):
    """A file written by hand may lack the zone: then the province's own is meant."""
    if not text:
        return None
    read = datetime.fromisoformat(text)
    return read if read.tzinfo else timezone.make_aware(read)


def write_whole(path, content):
    """Under another name, then renamed: nobody ever reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    begun = path.with_name(f".{path.name}.{os.getpid()}")
    begun.write_text(json.dumps(content, ensure_ascii=False))
    begun.rename(path)


def is_open(path):
    """Providers' webhooks and probes: payments would be noticed late."""
    return path.startswith(settings.OPEN_IN_MAINTENANCE)


def answer(request, notice):
    """What was typed is still in the browser: the page says how to get back to it."""
    context = {"request": request, "shell": Frame(request), "notice": notice, "sent_a_form": request.method == "POST"}
    response = HttpResponse(render_to_string("maintenance.html", context), status=503)
    response.headers["Retry-After"] = str(notice.seconds_left(datetime.now(UTC)))
    response.headers["Cache-Control"] = "no-store"
    return response
