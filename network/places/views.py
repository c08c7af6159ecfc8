"""Find a sub-district: a list to choose from, as a page of its own or as the part of a form that htmx asks for."""

from django.shortcuts import render
from django.views.decorators.http import require_safe
from django_ratelimit.core import is_ratelimited

from network.shell.slow_down import slow_down

from .lookup import find_places

LONGEST = 60


@require_safe
def lookup(request):
    """`?q=` is a name or a postal code; `field` names the radio buttons, so that the form that asked can use them."""
    if is_ratelimited(request, group="places.lookup", key="ip", rate="60/m", increment=True):
        return slow_down(request)
    text = request.GET.get("q", "")[:LONGEST].strip()
    context = {"text": text, "places": find_places(text) if text else [], "field": field_name(request)}
    if request.headers.get("HX-Request"):
        return render(request, "places/lookup_results.html", context)
    return render(request, "places/lookup.html", context)


def field_name(request):
    name = request.GET.get("field", "")
    return name if name.isidentifier() else "subdistrict"
