"""The pages that belong to no room: the language switch, what went wrong, the style guide."""

import sys
from datetime import timedelta
from email.utils import parseaddr

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse, HttpResponseRedirect, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe
from django_ratelimit.exceptions import Ratelimited

from network.clock import now
from network.shell.frame import Frame
from network.shell.slow_down import slow_down
from network.shell.styleguide import guide

HOLDS = timedelta(days=180)  # after that a finder asks for the page anew
AWAY = (OperationalError, InterfaceError)  # the second of a connection that broke off before


@require_safe
def choose_language(request, code):
    """Remember the reader's language and go on to the page."""
    if code not in settings.LANGUAGES_OFFERED:
        raise Http404("This language is not offered.")
    target = request.GET.get("to", "/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts=None) or not target.startswith("/"):
        target = f"/{code}/"
    response = HttpResponseRedirect(target)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
    )
    return response


@require_safe
def security_txt(request):
    """Whom to tell of a hole, as RFC 9116 has it: where nobody is named, who writes the site's mail."""
    contact = settings.SECURITY_CONTACT or parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    lines = {
        "Contact": contact if "://" in contact else f"mailto:{contact}",
        "Expires": (now() + HOLDS).isoformat(timespec="seconds"),
        "Preferred-Languages": ", ".join(settings.LANGUAGES_OFFERED),
        "Canonical": f"{settings.SITE_URL}{request.path}",
    }
    return HttpResponse("".join(f"{name}: {value}\n" for name, value in lines.items()), "text/plain; charset=utf-8")


@require_safe
def styleguide(request):
    """Every component with real words, as it comes out of the templates."""
    return render(request, "styleguide/styleguide.html", guide())


def bad_request(request, exception):
    return render(request, "400.html", status=400)


def permission_denied(request, exception):
    """Not for you; or, from the throttle, not so fast."""
    if isinstance(exception, Ratelimited):
        return slow_down(request)
    return render(request, "403.html", status=403)


def not_found(request, exception):
    return render(request, "404.html", status=404)


def server_error(request):
    """Without context processors: whatever broke may be among them. A database that is away will be back (503)."""
    away = isinstance(sys.exception(), AWAY)
    answer = HttpResponseServerError(render_to_string("away.html" if away else "500.html", {"shell": Frame(request)}))
    if away:
        answer.status_code = 503
        answer.headers["Retry-After"] = "5"
    return answer
