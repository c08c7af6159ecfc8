"""The site as an app on the phone: its manifest, the worker that answers without a net, and the page it then shows."""

import hashlib
from functools import cache

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .identity import identity
from .sign import sign_address
from .theme import theme_css

ICONS = [("brand/icon-192.png", "192x192", "any"), ("brand/icon-512.png", "512x512", "any")]
MASKABLE = ("brand/icon-maskable-512.png", "512x512", "maskable")
# What the offline page needs to look like itself.
NEEDED = ["css/site.css", "fonts/sarabun-thai-400.woff2", "fonts/sarabun-latin-400.woff2", "brand/favicon.svg"]


@require_safe
@cache_control(max_age=3600, public=True)
def manifest(request):
    """In Thai, the language of most who install it; the page that opens speaks the one they chose."""
    with override(settings.LANGUAGE_CODE):
        told = {
            "id": "/",
            "name": f"{identity().site_name} · {identity().network_name}",
            "short_name": identity().site_name,
            "lang": settings.LANGUAGE_CODE,
            "start_url": "/",
            "scope": "/",
            "display": "standalone",
            "background_color": "#fffcf7",
            "theme_color": identity().colour or "#0f6b68",
            "icons": [
                {"src": address, "sizes": sizes, "type": "image/png", "purpose": purpose}
                for address, sizes, purpose in icons()
            ],
            "shortcuts": [{"name": _("Find my order"), "url": "/orders/"}, {"name": _("Workplace"), "url": "/desk/"}],
        }
    return JsonResponse(told, content_type="application/manifest+json")


def icons():
    """[(address, sizes, purpose)]: the site's own sign, else the platform's."""
    if identity().sign:
        return [(sign_address(side), f"{side}x{side}", "any") for side in (192, 512)]
    return [(static(path), sizes, purpose) for path, sizes, purpose in [*ICONS, MASKABLE]]


@require_safe
@cache_control(max_age=31_536_000, immutable=True, public=True)
def theme(request):
    """The site's own colour. Its address names the colour, so that it may be kept for a year."""
    colour = identity().colour
    if not colour:
        raise Http404("This site wears the design's own colours.")
    return HttpResponse(theme_css(colour), content_type="text/css; charset=utf-8")


@require_safe
@cache_control(no_cache=True)
def worker(request):
    """The service worker of this build; with SERVICE_WORKER off, one that removes itself and all it kept."""
    name = "service_worker.js" if settings.SERVICE_WORKER else "service_worker_off.js"
    told = {"build": build(), "needed": [static(path) for path in NEEDED], "offline": offline_pages()}
    return render(request, f"shell/{name}", told, content_type="text/javascript; charset=utf-8")


def offline_pages():
    """{language: address}."""
    pages = {}
    for code in settings.LANGUAGES_OFFERED:
        with override(code):
            pages[code] = reverse("offline")
    return pages


@cache
def build():
    """A name for the static files as they are: the worker's caches go with it."""
    hashed = getattr(staticfiles_storage, "manifest_hash", "")
    return hashed or hashlib.sha256(settings.SECRET_KEY.encode()).hexdigest()[:12]


@require_safe
def offline(request):
    return render(request, "shell/offline.html")
