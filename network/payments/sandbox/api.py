"""The API under /v1: who may call, which call it is, its faults, its idempotency key, its reply."""

import base64
import binascii
import logging
import re
import time
from collections.abc import Callable
from dataclasses import dataclass

from network.payments.sandbox import (
    balance,
    charges,
    checkout_sessions,
    disputes,
    events,
    faults,
    idempotency,
    payment_intents,
    refunds,
)
from network.payments.sandbox.errors import StripeError, broken_inside, invalid_parameter, rate_limited, unauthorised
from network.payments.sandbox.exchange import DROPPED, Reply, Request
from network.payments.sandbox.idempotency import as_body
from network.payments.sandbox.lists import expanded, listing, public
from network.payments.sandbox.parameters import Check, expand, fields, parse
from network.payments.sandbox.sandbox import Sandbox, new_id

log = logging.getLogger(__name__)

TEST_KEY = re.compile(r"(sk|rk)_test_\w+", re.ASCII)
RETRIEVE = fields(expand=expand())


@dataclass(frozen=True)
class Call:
    """One call of the API: its address with `:id` for the object, its parameters, its action."""

    method: str
    path: str
    accepts: Check
    action: Callable[..., dict]

    def match(self, method: str, path: str) -> tuple[str, ...] | None:
        found = re.fullmatch(self.path.replace(":id", r"(\w+)"), path, re.ASCII)
        return found.groups() if found and method == self.method else None


CALLS = [
    Call("POST", "/v1/checkout/sessions", checkout_sessions.CREATE, checkout_sessions.create),
    Call("GET", "/v1/checkout/sessions", checkout_sessions.LIST, checkout_sessions.list_sessions),
    Call("GET", "/v1/checkout/sessions/:id", RETRIEVE, checkout_sessions.retrieve),
    Call("POST", "/v1/checkout/sessions/:id/expire", checkout_sessions.EXPIRE, checkout_sessions.expire),
    Call("GET", "/v1/checkout/sessions/:id/line_items", listing(), checkout_sessions.list_line_items),
    Call("GET", "/v1/payment_intents", payment_intents.LIST, payment_intents.list_intents),
    Call("GET", "/v1/payment_intents/:id", RETRIEVE, payment_intents.retrieve),
    Call("GET", "/v1/charges", charges.LIST, charges.list_charges),
    Call("GET", "/v1/charges/:id", RETRIEVE, charges.retrieve),
    Call("POST", "/v1/refunds", refunds.CREATE, refunds.create),
    Call("GET", "/v1/refunds", refunds.LIST, refunds.list_refunds),
    Call("GET", "/v1/refunds/:id", RETRIEVE, refunds.retrieve),
    Call("POST", "/v1/refunds/:id/cancel", refunds.CANCEL, refunds.cancel),
    Call("GET", "/v1/disputes", disputes.LIST, disputes.list_disputes),
    Call("GET", "/v1/disputes/:id", RETRIEVE, disputes.retrieve),
    Call("POST", "/v1/disputes/:id/close", disputes.CLOSE, disputes.close),
    Call("GET", "/v1/balance", RETRIEVE, balance.retrieve_balance),
    Call("GET", "/v1/balance_transactions", balance.LIST, balance.list_transactions),
    Call("GET", "/v1/balance_transactions/:id", RETRIEVE, balance.retrieve),
    Call("GET", "/v1/events", events.LIST, events.list_events),
    Call("GET", "/v1/events/:id", RETRIEVE, events.retrieve),
]


def answer(sandbox: Sandbox, request: Request) -> Reply:
    """Every API request ends here in a reply, whatever was asked."""
    request_id = new_id("req_", 14)
    fault = faults.NO_FAULT
    try:
        authenticate(request)
        fault = faults.take(sandbox, request.method, request.path)
        if fault.kind == "drop_request":
            return DROPPED
        if fault.kind == "rate_limit":
            raise rate_limited()
        reply = _carry_out(sandbox, request, request_id, fault)
    except StripeError as error:
        reply = _reply(error.status, as_body(error.body))
    except Exception:
        log.exception("%s %s failed", request.method, request.path)
        reply = _reply(500, as_body(broken_inside().body))
    reply.headers.setdefault("Request-Id", request_id)
    return DROPPED if fault.kind == "drop_reply_after_success" and reply.status < 300 else reply


def authenticate(request: Request) -> None:
    """Only secret or restricted test keys; any of them is this one account."""
    scheme, _, credentials = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "basic":
        try:
            credentials = base64.b64decode(credentials, validate=True).decode().partition(":")[0]
        except (binascii.Error, UnicodeDecodeError):
            credentials = ""
    if scheme.lower() not in ("basic", "bearer") or not credentials.strip():
        raise unauthorised("No API key was given. Send it as: Authorization: Bearer sk_test_…")
    if "_live_" in credentials:
        raise unauthorised("A live key was sent to the sandbox. Only sk_test_ keys belong here.")
    if not TEST_KEY.fullmatch(credentials):
        raise unauthorised("Invalid API key. Keys of the sandbox look like sk_test_123.")


def _carry_out(sandbox, request, request_id, fault):
    call, ids = _find(request.method, request.path)
    given = _given(request)
    work = _work(sandbox, call, ids, given, fault)
    key = request.headers.get("Idempotency-Key")
    if request.method != "POST" or key is None:
        time.sleep(fault.seconds)
        with sandbox.store.transaction():
            return _reply(*work())
    print_of_call = idempotency.fingerprint(request.method, request.path, given)
    kept = idempotency.take_key(sandbox, key, print_of_call, request_id)
    named = {"Idempotency-Key": key}
    if kept:
        replayed = {"Idempotent-Replayed": "true", "Original-Request": kept["request_id"]}
        return _reply(kept["status"], kept["body"], **replayed, **named)
    time.sleep(fault.seconds)  # with the key taken and nothing else
    return _reply(*idempotency.execute_under(sandbox, key, work), **named)


def _work(sandbox, call, ids, given, fault):
    """Check the parameters now; what is returned executes the call later, in a transaction."""
    params = call.accepts(given, "")
    paths = params.pop("expand", [])

    def work() -> idempotency.Outcome:
        if fault.kind == "error_500" and not fault.effect:
            raise broken_inside("The sandbox was told to fail.")
        found = call.action(sandbox, params, *ids)
        if fault.kind == "error_500":
            return 500, as_body(broken_inside("The sandbox was told to fail after the work was done.").body)
        return 200, as_body(public(expanded(sandbox, found, paths)))

    return work


def _find(method, path):
    for call in CALLS:
        ids = call.match(method, path)
        if ids is not None:
            return call, ids
    message = f"The sandbox knows no call {method} {path}."
    raise StripeError(404, "invalid_request_error", message, stored=False)


def _given(request):
    encoded = request.query
    if request.method == "POST":
        try:
            encoded = "&".join(filter(None, (request.query, request.body.decode("ascii"))))
        except UnicodeDecodeError as error:
            raise invalid_parameter("body", "The body must be form-encoded.") from error
    try:
        return parse(encoded)
    except (UnicodeDecodeError, ValueError) as error:
        raise invalid_parameter("body", "The parameters are not properly encoded.") from error


def _reply(status, body, /, **headers):
    if status >= 500:  # a retry with the same key would only be told the same
        headers["Stripe-Should-Retry"] = "false"
    return Reply(status, body.encode(), {"Content-Type": "application/json", **headers})
