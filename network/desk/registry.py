"""What the rooms offer at the desk: screens, figures for today, addresses, things that can be undone.

Rooms register from their `desk_screens` module while the apps start; the desk itself knows none of them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True)
class Screen:
    """One entry of the desk's menu.

    `shown_to(request)` says whether this person, acting for this organisation, may open it; the view
    checks again. `count(request)` is how many things wait there, or None where counting says nothing.
    """

    name: str
    title: str
    icon: str
    url_name: str
    shown_to: Callable[[HttpRequest], bool]
    count: Callable[[HttpRequest], int] | None = None
    tab: bool = False
    order: int = 100


@dataclass(frozen=True)
class Figure:
    """One big number of the today screen, already worded, with the one thing to do about it."""

    label: str
    value: str
    url: str
    icon: str
    action: str = ""
    urgent: bool = False


screens: dict[str, Screen] = {}
figures: dict[str, tuple[int, Callable[[HttpRequest], list[Figure]]]] = {}
url_modules: list[tuple[str, str]] = []
undoers: dict[str, str] = {}
things: dict[str, Callable[[list[str]], dict[str, tuple[str, str]]]] = {}


def register_screen(screen):
    screens[screen.name] = screen


def register_figures(name, provider, *, order=100):
    """`provider(request)` answers with the figures that this person should see today, or none."""
    figures[name] = order, provider


def register_urls(prefix, module):
    """Mount the addresses of `module` under `/desk/<prefix>`."""
    if (prefix, module) not in url_modules:
        url_modules.append((prefix, module))


def register_undo(name, path):
    """The dotted path of `undo(request, **arguments)`, a view's kin: it takes back what an action did, and authorises
    every id itself. A path and not the function, as with addresses: screens lie below the views."""
    undoers[name] = path


def register_things(kind, describe):
    """Let `describe(refs)` name things of this kind at the desk: {ref: (title, address)}, in one question."""
    things[kind] = describe


def described(refs):
    """{ref: (title, address)} of those that their rooms know."""
    by_kind = {}
    for ref in refs:
        by_kind.setdefault(ref.partition(":")[0], []).append(ref)
    return {ref: told for kind, same in by_kind.items() if kind in things for ref, told in things[kind](same).items()}


def screens_for(request):
    """The screens this person may open, in their order."""
    return sorted((s for s in screens.values() if s.shown_to(request)), key=lambda s: (s.order, s.name))


def figures_for(request):
    """Everybody's figures for this person, in the order that the rooms asked for."""
    providers = sorted(figures.values(), key=lambda entry: entry[0])
    return [figure for _order, provider in providers for figure in provider(request)]
