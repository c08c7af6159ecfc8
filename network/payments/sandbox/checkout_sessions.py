"""Checkout Sessions: what the shop asks the buyer to pay, and the page where that happens."""

from network.payments.sandbox import payment_intents
from network.payments.sandbox.errors import invalid_parameter, refused
from network.payments.sandbox.events import record
from network.payments.sandbox.lists import as_list, listing, page
from network.payments.sandbox.parameters import (
    choice,
    email,
    expand,
    fields,
    integer,
    list_of,
    metadata,
    text,
    web_address,
)
from network.payments.sandbox.sandbox import Sandbox, new_id

SHORTEST_LIFE, LONGEST_LIFE = 30 * 60, 24 * 3600
SMALLEST_AMOUNT, LARGEST_AMOUNT = 10_00, 999_999_99
CHECKOUT_LANGUAGES = (
    "auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hi-IN hr hu id it ja ko lt lv ms mt nb nl pl pt"
    " pt-BR ro ru sk sl sv th tr vi zh zh-HK zh-TW"
)
METHODS = ("card", "promptpay")

PRODUCT = fields(
    required=("name",),
    name=text(),
    description=text(),
    images=list_of(web_address(), most=8),
    metadata=metadata(),
)
PRICE = fields(
    required=("currency", "product_data", "unit_amount"),
    currency=choice("thb"),
    product_data=PRODUCT,
    unit_amount=integer(least=0, most=LARGEST_AMOUNT),
)
CREATE = fields(
    required=("line_items", "mode", "success_url"),
    expand=expand(),
    cancel_url=web_address(),
    client_reference_id=text(most=200),
    currency=choice("thb"),
    customer_email=email(),
    expires_at=integer(least=0),
    line_items=list_of(
        fields(required=("price_data", "quantity"), price_data=PRICE, quantity=integer(least=1, most=999_999)),
    ),
    locale=choice(*CHECKOUT_LANGUAGES.split()),
    metadata=metadata(),
    mode=choice("payment"),
    payment_intent_data=fields(
        description=text(most=1000), metadata=metadata(), receipt_email=email(), transfer_group=text(most=500)
    ),
    payment_method_types=list_of(choice(*METHODS), most=2),
    submit_type=choice("auto", "book", "donate", "pay"),
    success_url=web_address(),
    ui_mode=choice("hosted", "hosted_page"),
)
EXPIRE = fields(expand=expand())
LIST = listing(payment_intent=text(), status=choice("open", "complete", "expired"))


def create(sandbox: Sandbox, params: dict) -> dict:
    """Open a session and its page; nothing is charged until the buyer pays there."""
    items = [_line_item(item) for item in params["line_items"]]
    total = sum(item["amount_total"] for item in items)
    _check_total(total)
    session_id = new_id("cs_test_", 58)
    session = {
        "id": session_id,
        "object": "checkout.session",
        "created": int(sandbox.now()),
        "livemode": False,
        **_as_asked(params),
        "amount_subtotal": total,
        "amount_total": total,
        "currency": "thb",
        "customer": None,
        "customer_details": None,
        "expires_at": _expiry(sandbox, params.get("expires_at")),
        "payment_intent": None,
        "payment_status": "unpaid",
        "status": "open",
        "total_details": {"amount_discount": 0, "amount_shipping": 0, "amount_tax": 0},
        "ui_mode": "hosted_page",
        "url": f"{sandbox.public_url}/c/pay/{session_id}",
        "_line_items": items,
        "_payment_intent_data": params.get("payment_intent_data", {}),
    }
    sandbox.plan("expire", session_id, session["expires_at"])
    return sandbox.store.put(session)


def _as_asked(params):
    optional = ("cancel_url", "client_reference_id", "customer_email", "locale", "submit_type")
    return {
        **{name: params.get(name) for name in optional},
        "metadata": params.get("metadata", {}),
        "mode": params["mode"],
        "payment_method_types": params.get("payment_method_types", list(METHODS)),
        "success_url": params["success_url"],
    }


def _line_item(item):
    price, quantity = item["price_data"], item["quantity"]
    amount = price["unit_amount"] * quantity
    return {
        "id": new_id("li_"),
        "object": "item",
        "amount_discount": 0,
        "amount_subtotal": amount,
        "amount_tax": 0,
        "amount_total": amount,
        "currency": "thb",
        "description": price["product_data"]["name"],
        "price": {"id": new_id("price_"), "object": "price", "currency": "thb", "unit_amount": price["unit_amount"]},
        "quantity": quantity,
    }


def _check_total(total):
    if total < SMALLEST_AMOUNT:
        message = f"The total must be at least {SMALLEST_AMOUNT} satang."
        raise invalid_parameter("line_items", message, code="amount_too_small")
    if total > LARGEST_AMOUNT:
        message = f"The total must be at most {LARGEST_AMOUNT} satang."
        raise invalid_parameter("line_items", message, code="amount_too_large")


def _expiry(sandbox, asked):
    now = sandbox.now()
    if asked is None:
        return int(now) + LONGEST_LIFE
    if not now + SHORTEST_LIFE <= asked <= now + LONGEST_LIFE:
        raise invalid_parameter("expires_at", "expires_at must lie between 30 minutes and 24 hours from now.")
    return asked


def complete(sandbox: Sandbox, session: dict, *, paid: bool) -> None:
    """The buyer is done here; the money has come, or (PromptPay) is on its way."""
    sandbox.forget("expire", session["id"])
    session |= {
        "customer_details": {"email": session["_email"], "name": None, "phone": None},
        "payment_status": "paid" if paid else "unpaid",
        "status": "complete",
        "url": None,
    }
    sandbox.store.put(session)
    record(sandbox, "checkout.session.completed", session)


def finish_later(sandbox: Sandbox, session: dict, *, paid: bool) -> None:
    """What was on its way when the session completed has come, or never will."""
    if paid:
        session["payment_status"] = "paid"
        sandbox.store.put(session)
    record(sandbox, f"checkout.session.async_payment_{'succeeded' if paid else 'failed'}", session)


def expire(sandbox: Sandbox, params: dict, session_id: str) -> dict:
    """Close an open session; nobody can pay on it any more."""
    session = sandbox.fetch("checkout.session", session_id)
    if session["status"] != "open":
        raise refused("checkout_session_not_open", f"Session {session_id} is {session['status']}, not open.")
    sandbox.forget("expire", session_id)
    if session["payment_intent"]:
        intent = sandbox.fetch("payment_intent", session["payment_intent"])
        payment_intents.cancel(sandbox, intent, reason="automatic")
    session |= {"status": "expired", "url": None}
    sandbox.store.put(session)
    record(sandbox, "checkout.session.expired", session)
    return session


def expire_when_due(sandbox: Sandbox, session_id: str, detail: dict) -> None:
    if sandbox.fetch("checkout.session", session_id)["status"] == "open":
        expire(sandbox, {}, session_id)


def retrieve(sandbox: Sandbox, params: dict, session_id: str) -> dict:
    return sandbox.fetch("checkout.session", session_id)


def list_sessions(sandbox: Sandbox, params: dict) -> dict:
    where = {name: params.get(name) for name in ("payment_intent", "status")}
    return page(sandbox, "checkout.session", "/v1/checkout/sessions", params, where)


def list_line_items(sandbox: Sandbox, params: dict, session_id: str) -> dict:
    """All line items at once: a session has at most 100."""
    session = sandbox.fetch("checkout.session", session_id)
    return as_list(session["_line_items"], f"/v1/checkout/sessions/{session_id}/line_items")
