"""What Wagtail's and Oscar's own screens stumble over, said in words instead of a broken page."""

import logging
import traceback
from pathlib import Path

from django.conf import settings
from django.db.models import ProtectedError, RestrictedError
from django.shortcuts import render
from django.urls import NoReverseMatch

# What code raises that takes for granted what a crafted or outdated request does not bring.
STUMBLES = (ValueError, TypeError, KeyError, AttributeError, NoReverseMatch)

log = logging.getLogger(__name__)


class BorrowedScreensMiddleware:
    """Staff get a 409 for what is still in use, and a 400, kept in the log, for what the screen could not read."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, error):
        if not request.path_info.startswith(settings.STAFF_PATHS):
            return None
        if isinstance(error, ProtectedError | RestrictedError):
            return render(request, "staff_refusal.html", {"in_use": True}, status=409)
        if isinstance(error, STUMBLES) and is_borrowed(error):
            log.error("A borrowed screen stumbled: %s %s", request.method, request.path_info, exc_info=error)
            return render(request, "staff_refusal.html", status=400)
        return None


def is_borrowed(error):
    """Was this raised in a package, not in code of ours?"""
    last = Path(traceback.extract_tb(error.__traceback__)[-1].filename)
    return settings.ROOT not in last.parents or "site-packages" in last.parts
