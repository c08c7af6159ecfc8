"""The site as an app on the phone: its manifest, the worker that answers without a net, and the page it then shows."""

import hashlib
from functools import cache

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .templatetags.shell import network_name, site_name

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
            "name": f"{site_name()} · {network_name()}",
            "short_name": site_name(),
            "lang": settings.LANGUAGE_CODE,
            "start_url": "/",
            "scope": "/",
            "display": "standalone",
            "background_color": "#fffcf7",
            "theme_color": "#0f6b68",
            "icons": [
                {"src": static(path), "sizes": sizes, "type": "image/png", "purpose": purpose}
                for path, sizes, purpose in [*ICONS, MASKABLE]
            ],
            "shortcuts": [{"name": _("Find my order"), "url": "/orders/"}, {"name": _("Workplace"), "url": "/desk/"}],
        }
    return JsonResponse(told, content_type="application/manifest+json")


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
