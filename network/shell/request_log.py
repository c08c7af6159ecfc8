"""Every request has a name, which its answer bears, and one line in the log."""

import logging
import time

from django.conf import settings

from .log_lines import route_of
from .tracing import is_request_id, new_request_id, traced

HEADER = "X-Request-ID"
QUIET = {"healthz", "readyz"}  # asked every few seconds

logger = logging.getLogger("chanchala.request")


class RequestLogMiddleware:
    """Outermost, so that whatever is logged on the way bears the request's name.

    A name that our own proxy gave is kept; of strangers none is taken, or they could write into the log.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        began = time.monotonic()
        request.id = name_of(request)
        with traced(request.id):
            answer = self.get_response(request)
            answer.headers[HEADER] = request.id
            note(request, answer, began)
        return answer


def name_of(request):
    given = request.headers.get(HEADER, "")
    return given if settings.ALLAUTH_TRUSTED_PROXY_COUNT and is_request_id(given) else new_request_id()


def note(request, answer, began):
    """Pictures, sheets and scripts that went well are not worth a line."""
    route = route_of(request)
    if route in QUIET or (not route and answer.status_code < 400):
        return
    told = {"route": route, "method": request.method, "status": answer.status_code}
    logger.info("answered", extra={**told, "ms": round((time.monotonic() - began) * 1000)})
