"""What the rooms keep for a person, each on a page of its own under `/<language>/me/`.

A room registers from its `my_pages` module while the apps start; this one knows none of them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse


@dataclass(frozen=True)
class MyPage:
    """One entry of a person's own page, at `/<language>/me/<name>/`.

    `view(request)` answers for a signed-in person and shows only what is hers; `line(request)` is a short fact for
    the list ("3 on their way"), or None. `shown_to(request)` leaves the page out for people it says nothing to.
    """

    name: str
    title: str
    view: Callable[[HttpRequest], HttpResponse]
    icon: str = ""
    line: Callable[[HttpRequest], str] | None = None
    shown_to: Callable[[HttpRequest], bool] | None = None
    order: int = 100


_pages: dict[str, MyPage] = {}


def register_my_page(page):
    """Raises ValueError for a name that is taken by another page or by the frame itself."""
    if page.name in TAKEN or _pages.get(page.name, page) != page:
        raise ValueError(f"The name {page.name!r} is taken.")
    _pages[page.name] = page


TAKEN = {"name", "contact", "sessions", "password", "security"}


def my_page(name):
    return _pages.get(name)


def my_pages(request):
    """[(page, its line)] for this person, in their order."""
    shown = [page for page in _pages.values() if page.shown_to is None or page.shown_to(request)]
    shown.sort(key=lambda page: (page.order, page.name))
    return [(page, page.line(request) if page.line else "") for page in shown]
