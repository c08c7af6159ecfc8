"""The language and the content policy of every page, and what to say when too many come at once."""

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.db import OperationalError
from django.http import HttpResponseRedirect
from django.middleware.gzip import GZipMiddleware
from django.middleware.locale import LocaleMiddleware as DjangoLocaleMiddleware
from django.shortcuts import render
from django.urls import is_valid_path
from django.utils import translation
from django.utils.cache import patch_vary_headers

from network.locks import TryAgain, is_busy

PACKED = ("text/", "application/json", "application/atom+xml", "application/ld+json", "application/xml")


class CompressionMiddleware(GZipMiddleware):
    """Pages travel packed, for people on slow nets; pictures and files are packed already."""

    def process_response(self, request, response):
        if response.streaming or not response.headers.get("Content-Type", "").startswith(PACKED):
            return response
        return super().process_response(request, response)


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """Strict for readers, sellers and buyers; Wagtail's and Oscar's own screens get what they need to run."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if parts.config is None and not report_only and request.path_info.startswith(settings.WIDER_PATHS):
            parts.config = settings.WIDER_CONTENT_SECURITY_POLICY
        return parts


class LocaleMiddleware(DjangoLocaleMiddleware):
    """The language of the address, else the one the reader chose, else Thai.

    Accept-Language decides nothing: a page may suggest the reader's language, it never guesses. Machines'
    addresses stay as they are: an unknown one is a 404, not a redirect into a language.
    """

    def process_request(self, request):
        translation.activate(translation.get_language_from_path(request.path_info) or chosen_language(request))
        request.LANGUAGE_CODE = translation.get_language()

    def process_response(self, request, response):
        if response.status_code == 404 and self.lacks_language(request):
            response = self.redirect_into_language(request) or response
        response.headers.setdefault("Content-Language", translation.get_language())
        return response

    def lacks_language(self, request):
        """Is this a reader's address without its language?"""
        path = request.path_info
        return not path.startswith(settings.MACHINE_PATHS) and not translation.get_language_from_path(path)

    def redirect_into_language(self, request):
        slash = "" if request.path_info.endswith("/") else "/"
        if not is_valid_path(f"/{request.LANGUAGE_CODE}{request.path_info}{slash}"):
            return None
        full_path = request.get_full_path(force_append_slash=bool(slash))
        redirect = HttpResponseRedirect(f"/{request.LANGUAGE_CODE}{full_path}")
        patch_vary_headers(redirect, ["Cookie"])
        return redirect


class DemoMiddleware:
    """What is invented shall not be found by searching: pages, pictures and papers alike."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if settings.DEMO:
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response


class ReadableAddressMiddleware:
    """No address of ours holds a NUL, and PostgreSQL breaks off when it is asked for one: 400."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "\x00" in request.path_info:
            raise SuspiciousOperation("An address cannot hold a NUL.")
        return self.get_response(request)


class TryAgainMiddleware:
    """Who could not have a lock in time gets a page that says so, and a machine the time to wait: nothing was changed."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, error):
        if isinstance(error, TryAgain) or (isinstance(error, OperationalError) and is_busy(error)):
            answer = render(request, "503.html", status=503)
            answer.headers["Retry-After"] = "3"
            return answer
        return None


def chosen_language(request):
    """The language in the reader's cookie if it is offered, else the site's first."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    return chosen if chosen in settings.LANGUAGES_OFFERED else settings.LANGUAGE_CODE
