"""What delegates did, for the people they did it for: written at the one door of the desk, read on one page.

Actions say in their own words what was done (`log_deed`). The door sees to it that nothing is left out: where a delegate
sent something and no action has written a word, it notes on which screen she was.
"""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from network.organisations.access import delegation_of
from network.organisations.actions import log_deed
from network.organisations.models import DelegateLog

from .registry import described, register_things, screens

SAFE = {"GET", "HEAD", "OPTIONS"}
SCREEN = "screen"
SHOWN = 100


def with_deeds(request, answer):
    """The answer of a view; if a delegate changed something by it, that stands in the log of her organisation."""
    if request.method in SAFE:
        return answer()
    if delegation_of(request.user, request.organisation) is None:
        return answer()
    log = DelegateLog.objects.filter(delegate__user=request.user)  # what she did may be of another that she helps
    before = log.count()
    response = answer()
    screen = screen_at(request.path)
    if response.status_code < 400 and screen and log.count() == before:
        log_deed(request.user, request.organisation, gettext_noop("worked here"), ref=f"{SCREEN}:{screen.name}")
    return response


def screen_at(path):
    """The screen that an address lies under, or None for what belongs to the desk itself."""
    return next((one for one in screens.values() if path.startswith(reverse(one.url_name))), None)


def screens_by_ref(refs):
    names = {ref: ref.partition(":")[2] for ref in refs}
    found = {ref: screens[name] for ref, name in names.items() if name in screens}
    return {ref: (str(screen.title), reverse(screen.url_name)) for ref, screen in found.items()}


register_things(SCREEN, screens_by_ref)


@dataclass(frozen=True)
class Deed:
    """One line of the log; what was done to the same thing several times running is one, with its last time."""

    words: str
    person: object
    at: datetime
    times: int
    title: str
    address: str


def deeds_of(organisation):
    """The newest first, however many they are in two questions and one for each kind of thing."""
    log = DelegateLog.objects.filter(delegate__organisation=organisation).select_related("delegate__user")
    rows = fold(list(log.order_by("-at", "-pk")[:SHOWN]))
    known = described({row.ref for row, _times in rows if row.ref})
    return [deed(row, times, *known.get(row.ref, ("", ""))) for row, times in rows]


def fold(log):
    """[(the latest row, how many)] of equal ones that follow one another: a draft saves itself every few seconds."""
    rows = []
    for row in log:
        last = rows[-1][0] if rows else None
        if last and (last.delegate_id, last.deed, last.ref) == (row.delegate_id, row.deed, row.ref):
            rows[-1] = (last, rows[-1][1] + 1)
        else:
            rows.append((row, 1))
    return rows


def deed(row, times, title, address):
    return Deed(_(row.deed), row.delegate.user, row.at, times, title, address)
