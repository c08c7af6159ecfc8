"""The test bench under /_control/: clock, faults, webhooks, and what buyers and banks decide.

Each function below is one command; its keyword parameters are the JSON object it accepts.
"""

import inspect
import json
import math
from collections.abc import Callable

from network.payments.sandbox import checkout_payments, checkout_sessions, disputes, faults, refunds
from network.payments.sandbox.cards import find_card
from network.payments.sandbox.charges import paid_charge
from network.payments.sandbox.errors import StripeError, invalid_parameter, missing_object
from network.payments.sandbox.exchange import Reply, Request
from network.payments.sandbox.idempotency import as_body
from network.payments.sandbox.lists import public
from network.payments.sandbox.loopback import is_local_address
from network.payments.sandbox.sandbox import DEFAULT_SETTINGS, Sandbox
from network.payments.sandbox.store import TABLES
from network.payments.sandbox.timers import run_due_timers
from network.payments.sandbox.webhooks import deliver_all, deliver_events

PREFIX = "/_control/"
FARTHEST = 10 * 366 * 24 * 3600  # ten years of seconds; no number here needs to be larger
SOMEBODY = "buyer@example.com"


def clock(sandbox: Sandbox, *, advance: float = 0, now: float | None = None) -> dict:
    """Move the clock by seconds, or to a Unix time; what has come due is done before the answer."""
    offset = sandbox.setting("clock_offset") + _number(advance, "advance")
    if now is not None:
        offset += _number(now, "now") - sandbox.now()
    sandbox.change("clock_offset", _number(offset, "clock", least=-FARTHEST, most=FARTHEST))
    return {"now": sandbox.now(), "timers_run": run_due_timers(sandbox)}


def set_fault(
    sandbox: Sandbox,
    *,
    kind: str,
    path: str = "*",
    method: str = "POST",
    times: int = 1,
    seconds: float = 0,
    effect: bool = False,
) -> dict:
    """Let the next calls that match go wrong; the path may hold stars."""
    if kind not in faults.KINDS:
        raise invalid_parameter("kind", f"kind must be one of {', '.join(faults.KINDS)}.")
    times = int(_number(times, "times", least=1, most=1_000_000))
    seconds = _number(seconds, "seconds", least=0, most=3600)
    faults.add(sandbox, kind=kind, path=path, method=method, times=times, seconds=seconds, effect=effect)
    return {"faults": sandbox.store.rows("SELECT * FROM fault WHERE remaining > 0 ORDER BY id")}


def clear_faults(sandbox: Sandbox) -> dict:
    return {"cleared": sandbox.store.write("DELETE FROM fault")}


def set_webhooks(sandbox: Sandbox, **changes) -> dict:
    """Where webhooks go, who signs them, and how badly they arrive."""
    for name, value in changes.items():
        if name not in DEFAULT_SETTINGS["webhooks"]:
            raise invalid_parameter(name, f"Webhooks have no setting {name}.")
        _check_webhook_setting(name, value)
    sandbox.change("webhooks", changes)
    return sandbox.setting("webhooks")


def _check_webhook_setting(name, value):
    if name == "url":
        if value is not None and not is_local_address(value):
            raise invalid_parameter("url", "Webhooks go to http addresses on this machine only.")
    elif name == "secrets":
        if not _is_texts(value) or not all(value):
            raise invalid_parameter("secrets", "secrets must be a list of texts.")
    elif name in ("paused", "shuffle"):
        if not isinstance(value, bool):
            raise invalid_parameter(name, f"{name} must be true or false.")
    elif name in ("copies", "delay"):
        _check_range(name, value, whole=name == "copies")
    elif name in ("seed", "skew"):
        _whole(value, name)
    else:
        _number(value, name, least=0, most=1 if name == "drop" else FARTHEST)


def _check_range(name, value, *, whole):
    if not isinstance(value, list) or len(value) != 2:
        raise invalid_parameter(name, f"{name} must be [least, most].")
    least, most = (_whole(bound, name) if whole else _number(bound, name) for bound in value)
    if not 0 <= least <= most <= (100 if whole else FARTHEST):
        raise invalid_parameter(name, f"{name} must be [least, most].")


def flush_deliveries(sandbox: Sandbox) -> dict:
    """Try every pending delivery once, now, whether due or paused, before answering."""
    return {"tried": deliver_all(sandbox)}


def send_events(sandbox: Sandbox, *, events: list[str]) -> dict:
    """Deliver exactly these events in exactly this order, once more or for the first time."""
    for event_id in events:
        sandbox.fetch("event", event_id, param="events")
    return {"tried": deliver_events(sandbox, events)}


def pay_session(
    sandbox: Sandbox,
    *,
    session: str,
    method: str = "card",
    card: str = "4242424242424242",
    outcome: str = "paid",
    email: str = "",
) -> dict:
    """Do what a buyer does on the page: outcome is paid, failed or (PromptPay) later."""
    _one_of(method, "method", checkout_sessions.METHODS)
    _one_of(outcome, "outcome", ("paid", "failed", "later") if method == "promptpay" else ("paid", "failed"))
    found = sandbox.fetch("checkout.session", session, param="session")
    email = email or found["customer_email"] or SOMEBODY
    if method == "card":
        test_card = find_card(card)
        if test_card is None:
            raise invalid_parameter("card", "That is no test card.")
        if checkout_payments.pay_by_card(sandbox, session, test_card, email) == "asked":
            checkout_payments.confirm_with_bank(sandbox, session, agreed=outcome == "paid")
    else:
        checkout_payments.show_qr(sandbox, session, email)
        if outcome == "later":
            checkout_payments.postpone_promptpay(sandbox, session)
        else:
            checkout_payments.settle_promptpay(sandbox, session, paid=outcome == "paid")
    return sandbox.fetch("checkout.session", session)


def settle_promptpay(sandbox: Sandbox, *, session: str, outcome: str = "succeeded") -> dict:
    """The bank's word on a PromptPay payment that waits: succeeded or failed."""
    _one_of(outcome, "outcome", ("succeeded", "failed"))
    checkout_payments.settle_promptpay(sandbox, session, paid=outcome == "succeeded")
    return sandbox.fetch("checkout.session", session)


def expire_session(sandbox: Sandbox, *, session: str | None = None) -> dict:
    """Expire this session, or every open one."""
    with sandbox.store.transaction():
        found = [sandbox.fetch("checkout.session", session)] if session else _open_sessions(sandbox)
        return {"expired": [checkout_sessions.expire(sandbox, {}, each["id"])["id"] for each in found]}


def _open_sessions(sandbox):
    return [each for each in sandbox.store.documents("checkout.session") if each["status"] == "open"]


def settle_refund(sandbox: Sandbox, *, refund: str, status: str, reason: str = "unknown") -> dict:
    """Move a refund on: pending, requires_action, succeeded, failed or canceled."""
    _one_of(status, "status", tuple(refunds.ALLOWED_MOVES))
    with sandbox.store.transaction():
        return refunds.settle(sandbox, refund, status, reason)


def open_dispute(
    sandbox: Sandbox,
    *,
    charge: str | None = None,
    payment_intent: str | None = None,
    amount: int | None = None,
    reason: str = "fraudulent",
) -> dict:
    """A card's owner denies a charge, or only an amount of it."""
    with sandbox.store.transaction():
        found = sandbox.fetch("charge", charge) if charge else paid_charge(sandbox, payment_intent or "")
        if found is None:
            raise missing_object("charge", str(payment_intent), param="payment_intent")
        return disputes.open_dispute(sandbox, found, amount if amount is None else _whole(amount), reason)


def win_dispute(sandbox: Sandbox, *, dispute: str, amount: int | None = None) -> dict:
    """The shop wins; with an amount, only so much of the money comes back."""
    with sandbox.store.transaction():
        return disputes.win(sandbox, dispute, amount if amount is None else _whole(amount))


def lose_dispute(sandbox: Sandbox, *, dispute: str) -> dict:
    with sandbox.store.transaction():
        return disputes.lose(sandbox, dispute)


def change_settings(sandbox: Sandbox, **changes) -> dict:
    """promptpay_delay and refund_delay in seconds; refund_start: status by payment method."""
    for name, value in changes.items():
        if name == "refund_start" and isinstance(value, dict):
            for method, status in value.items():
                _one_of(method, name, checkout_sessions.METHODS)
                _one_of(status, name, ("pending", "requires_action", "succeeded", "failed"))
        elif name in ("promptpay_delay", "refund_delay"):
            _number(value, name, least=0)
        else:
            raise invalid_parameter(name, f"{name} cannot be set so.")
        sandbox.change(name, value)
    return {name: sandbox.setting(name) for name in DEFAULT_SETTINGS}


def change_object(sandbox: Sandbox, *, id: str, set: dict) -> dict:
    """Overwrite properties of a stored object, to see whether the shop notices."""
    with sandbox.store.transaction():
        found = sandbox.store.get(id)
        if found is None:
            raise missing_object("object", id)
        return sandbox.store.put({**found, **set, "id": found["id"], "object": found["object"]})


def reset(sandbox: Sandbox) -> dict:
    """Forget everything, settings too; the webhook address of the command line stays."""
    with sandbox.store.transaction():
        sandbox.store.clear()
        sandbox.start()
    return {"reset": True}


def state(sandbox: Sandbox) -> dict:
    """Everything the sandbox knows, for a person to read."""
    kept = {table: sandbox.store.rows(f"SELECT * FROM {table}") for table in TABLES}  # noqa: S608
    documents: dict[str, list] = {}
    for row in kept.pop("document"):
        documents.setdefault(row["kind"], []).append(json.loads(row["body"]))
    settings = {name: sandbox.setting(name) for name in DEFAULT_SETTINGS}
    return {"now": sandbox.now(), **kept, "setting": settings, "document": documents}


def health(sandbox: Sandbox) -> dict:
    sandbox.store.rows("SELECT 1")
    return {"ok": True, "now": sandbox.now()}


COMMANDS: dict[str, Callable[..., dict]] = {
    "clock": clock,
    "faults": set_fault,
    "faults/clear": clear_faults,
    "webhooks": set_webhooks,
    "deliveries/flush": flush_deliveries,
    "events/deliver": send_events,
    "sessions/pay": pay_session,
    "sessions/expire": expire_session,
    "promptpay/settle": settle_promptpay,
    "refunds/settle": settle_refund,
    "disputes/open": open_dispute,
    "disputes/win": win_dispute,
    "disputes/lose": lose_dispute,
    "settings": change_settings,
    "objects/change": change_object,
    "reset": reset,
}
QUESTIONS: dict[str, Callable[..., dict]] = {"health": health, "state": state}


def answer(sandbox: Sandbox, request: Request) -> Reply:
    """Run one command; a decline or a closed session is an answer (409), not a mishap."""
    try:
        status, found = 200, public(_run(sandbox, request))
    except StripeError as error:
        status, found = error.status, error.body
    except checkout_payments.NotOpen as error:
        status, found = 409, {"error": {"code": "session_not_open", "session": public(error.session)}}
    except checkout_payments.Declined as error:
        status, found = 409, {"error": {"code": "declined", "decline_code": error.decline_code}}
    return Reply(status, as_body(found).encode(), {"Content-Type": "application/json"})


def _run(sandbox, request):
    name = request.path.removeprefix(PREFIX).strip("/")
    command = (QUESTIONS if request.method == "GET" else COMMANDS).get(name)
    if command is None or request.method not in ("GET", "POST"):
        raise missing_object("control command", name)
    given = _json_object(request) if request.method == "POST" else {}
    _check_types(command, given)
    return command(sandbox, **given)


def _check_types(command, given):
    """The command's own signature is its schema; numbers are looked at where they are used."""
    signature = inspect.signature(command)
    try:
        signature.bind(None, **given)
    except TypeError as error:
        raise invalid_parameter("body", f"{error}.") from error
    for name, value in given.items():
        wanted = signature.parameters[name].annotation if name in signature.parameters else object
        fits = _is_texts(value) if wanted == list[str] else not _is_plain(wanted) or isinstance(value, wanted)
        if not fits:
            raise invalid_parameter(name, f"{name} must be {wanted}.")


def _is_plain(wanted):
    return wanted in (str, str | None, bool, dict)


def _is_texts(value):
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _json_object(request):
    """A web page of elsewhere cannot send this content type unasked: no forged commands."""
    if request.headers.get("Content-Type", "").partition(";")[0].strip() != "application/json":
        raise StripeError(415, "invalid_request_error", "Send application/json.")
    try:
        given = json.loads(request.body or b"{}")
    except ValueError as error:
        raise invalid_parameter("body", "The body is not JSON.") from error
    if not isinstance(given, dict):
        raise invalid_parameter("body", "The body must be a JSON object.")
    return given


def _number(value, name, least=-math.inf, most=math.inf):
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or not math.isfinite(value) or not least <= value <= most:
        raise invalid_parameter(name, f"{name} must be a number between {least} and {most}.")
    return value


def _whole(value, name="amount"):
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > FARTHEST:
        raise invalid_parameter(name, f"{name} must be a whole number.")
    return value


def _one_of(value, name, allowed):
    if value not in allowed:
        raise invalid_parameter(name, f"{name} must be one of {', '.join(allowed)}.")
