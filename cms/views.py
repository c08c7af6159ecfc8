"""Readers' way to a page."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.url_routing import RouteResult
from wagtail.views import serve as serve_page

from .addresses import absolute, find_page, path_elsewhere


def page(request, path):
    """The page at this path, through Wagtail's own hooks; else the same page in a language that has it."""
    found = find_page(get_language(), path)
    if found is None:
        elsewhere = path_elsewhere(get_language(), path)
        if elsewhere is None:
            raise Http404("No page stands here.")
        return redirect(elsewhere)
    request._wagtail_route_for_request = RouteResult(found)
    return serve_page(request, path)


@require_safe
def robots(request):
    """Everything public may be read, the rest asks who comes; of a demo nothing is to be remembered."""
    if settings.DEMO:
        return HttpResponse("User-agent: *\nDisallow: /\n", "text/plain")
    return HttpResponse(f"User-agent: *\nDisallow: /cms/\nSitemap: {absolute('/sitemap.xml')}\n", "text/plain")
