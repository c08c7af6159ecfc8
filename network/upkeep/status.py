"""How things stand, for everybody: the parts that `/readyz` asks for, the last reading of the books, the last backup.

The last good answer lies in a file of VAR, so that the page has something to say while the database is away.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from network.shell.frame import Frame
from network.words.ages import age_words

from . import health, maintenance
from .actions.back_up import backups_in
from .signs import State

FRESH = 30  # seconds that one answer serves all who ask this process
PARTS = {
    "database": gettext_lazy("Our records"),
    "migrations": gettext_lazy("Program and tables fit together"),
    "outbox": gettext_lazy("Mail, LINE and receipts leave in time"),
    "sealer": gettext_lazy("The books are sealed"),
    "broker": gettext_lazy("The queue of tasks"),
    "room": gettext_lazy("Room on the disk"),
}
WORDS = {
    State.WELL: (gettext_lazy("well"), "palm", "success"),
    State.WORRY: (gettext_lazy("needs a look; you notice nothing of it"), "marigold", "warning"),
    State.ILL: (gettext_lazy("not usable just now"), "rose", "error"),
}


@dataclass(frozen=True)
class Part:
    title: str
    words: str
    tone: str
    icon: str


class Status:
    """What the page shows; `at` is when it was so."""

    def __init__(self, at, states, *, live):
        self.at, self.states, self.live = at, states, live

    @property
    def parts(self):
        return [Part(PARTS[name], *WORDS[state]) for name, state in self.states.items() if name in PARTS]

    @property
    def worst(self):
        return max(self.states.values(), key=list(State).index, default=State.ILL)

    @property
    def headline(self):
        if not self.live:
            return _("We cannot reach our own records just now")
        told = {State.WELL: _("All is well"), State.WORRY: _("All works; something needs a look")}
        return told.get(self.worst, _("The site cannot be used just now"))


def state_file(name):
    return Path(settings.VAR) / f"{name}.json"


class Kept:
    """One answer for all who ask this process within half a minute: nobody wears the database out by looking."""

    status = None


def status_now():
    at, kept = datetime.now(UTC), Kept.status
    if kept and 0 <= (at - kept.at).total_seconds() < FRESH:
        return kept
    signs = health.signs_in_time()
    if signs is None:
        return last_known()
    Kept.status = Status(at, {sign.name: sign.state for sign in signs}, live=True)
    remember(Kept.status)
    return Kept.status


def remember(status):
    told = {name: state.value for name, state in status.states.items()}
    write_if_possible("status", {"at": status.at.isoformat(), "states": told})


def write_if_possible(name, content):
    """A full disk is one of the things that the page tells of."""
    try:
        maintenance.write_whole(state_file(name), content)
    except OSError:
        return


def read(name):
    try:
        return json.loads(state_file(name).read_text())
    except (OSError, ValueError):
        return None


def last_known():
    """From the file; nothing is claimed to be well now."""
    told = read("status")
    try:
        states = {name: State(value) for name, value in told["states"].items()}
        at = datetime.fromisoformat(told["at"])
    except (TypeError, KeyError, ValueError, AttributeError):
        return Status(None, {}, live=False)
    return Status(at, states | {"database": State.ILL}, live=False)


def note_books(faults, heads):
    """Keep what the nightly reading of the books has found; the faults themselves are for the treasurer."""
    told = [{"book": book, "position": position, "digest": digest} for book, position, digest in heads]
    write_if_possible("books", {"at": datetime.now(UTC).isoformat(), "sound": not faults, "heads": told})


def books():
    """{"at", "sound", "heads"} of the last reading, or None."""
    told = read("books")
    try:
        return told | {"at": datetime.fromisoformat(told["at"])}
    except (TypeError, KeyError, ValueError):
        return None


def backup_age():
    """In words, or "" where none lies here."""
    newest = next(iter(backups_in(settings.BACKUP_FOLDER)), None)
    if newest is None:
        return ""
    return age_words(datetime.fromtimestamp(newest.stat().st_mtime, UTC), datetime.now(UTC))


@never_cache
@require_safe
def status(request):
    """Rendered without sessions and sign-in: what is away may be what they need."""
    context = {
        "request": request,
        "shell": Frame(request),
        "status": status_now(),
        "books": books(),
        "backup_age": backup_age(),
    }
    context["notice"] = maintenance.standing()
    return HttpResponse(render_to_string("upkeep/status.html", context))
