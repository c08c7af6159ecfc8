"""The language and the content policy of every page."""

from csp.middleware import CSPMiddleware
from django.middleware.locale import LocaleMiddleware as DjangoLocaleMiddleware


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The project's own seam for one policy per kind of page."""


class LocaleMiddleware(DjangoLocaleMiddleware):
    """Django's, for readers' addresses only."""
