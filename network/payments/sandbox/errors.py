"""What the sandbox says when it refuses, in the shape the stripe client expects."""


class StripeError(Exception):
    """A refusal with an HTTP status and Stripe's error body.

    `stored` says whether an idempotency key remembers it: Stripe keeps every outcome of a
    call that began to execute, and none of a call whose parameters were refused first.
    """

    def __init__(self, status: int, kind: str, message: str, *, stored: bool = True, **details):
        super().__init__(message)
        self.status = status
        self.stored = stored
        self.body = {"error": {"type": kind, "message": message, **details}}


def invalid_parameter(param: str, message: str, *, code: str = "parameter_invalid") -> StripeError:
    """A 400 about one parameter, found before anything was done."""
    return StripeError(400, "invalid_request_error", message, stored=False, param=param, code=code)


def missing_object(kind: str, object_id: str, *, param: str = "id", status: int = 404) -> StripeError:
    """No such object. 404 in the address, 400 when a parameter names it."""
    message = f"No {kind} is known by the id {object_id!r}."
    return StripeError(status, "invalid_request_error", message, param=param, code="resource_missing")


def refused(code: str, message: str, **details) -> StripeError:
    """A 400 because the objects' state does not allow the call."""
    return StripeError(400, "invalid_request_error", message, code=code, **details)


def unauthorised(message: str) -> StripeError:
    return StripeError(401, "invalid_request_error", message, stored=False)


def rate_limited() -> StripeError:
    message = "Too many requests arrived in a short time. Slow down and try again."
    return StripeError(429, "rate_limit_error", message, stored=False, code="rate_limit")


def broken_inside(message: str = "Something failed inside the sandbox.") -> StripeError:
    return StripeError(500, "api_error", message)
