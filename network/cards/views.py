"""The search page, over everything public."""

from dataclasses import dataclass

from django.shortcuts import render
from django.views.decorators.http import require_safe
from django_ratelimit.decorators import ratelimit

from .index import LONGEST_QUERY
from .registry import registered_kinds
from .search import search_cards
from .shelf import Shelf

NEWEST = 8


@dataclass(frozen=True)
class Chip:
    """A kind among what was found, and the address that shows it alone, or all."""

    title: str
    address: str
    current: bool


@require_safe
@ratelimit(key="ip", rate="60/m", block=True)
def search(request):
    query = " ".join(request.GET.get("q", "").split())[:LONGEST_QUERY]
    titles = {kind.name: kind.title for kind in registered_kinds()}
    chosen = [kind for kind in request.GET.getlist("kind")[:1] if kind in titles]
    found = search_cards(query, kinds=chosen, after=request.GET.get("after", ""))
    context = {
        "query": query,
        "found": found,
        "all": address(request, kind=None),
        "chips": [Chip(titles[kind], address(request, kind=kind), kind in chosen) for kind in chosen or found.kinds],
        "chosen": chosen,
        "previous_url": found.before and address(request, after=found.before),
        "next_url": found.after and address(request, after=found.after),
        "newest": [] if query else list(Shelf(titles).page(size=NEWEST)),
    }
    return render(request, "cards/search.html", context)


def address(request, **changes):
    """This search with something else chosen; without a position it begins anew."""
    wanted = request.GET.copy()
    for name, value in {"after": None, **changes}.items():
        wanted.pop(name, None)
        if value is not None:
            wanted[name] = value
    return f"{request.path}?{wanted.urlencode()}"
