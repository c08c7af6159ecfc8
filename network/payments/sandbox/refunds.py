"""Refunds and their long lives: pending, requires_action, succeeded, failed, canceled.

The money leaves the balance when the refund is made and comes back if it fails or is
canceled. A refund that succeeded may still fail: a bank can send the money back.
"""

from network.payments.sandbox import balance
from network.payments.sandbox.charges import paid_charge
from network.payments.sandbox.errors import StripeError, invalid_parameter, refused
from network.payments.sandbox.events import record
from network.payments.sandbox.lists import listing, page
from network.payments.sandbox.parameters import choice, email, expand, fields, integer, metadata, text
from network.payments.sandbox.sandbox import Sandbox

CREATE = fields(
    expand=expand(),
    charge=text(),
    payment_intent=text(),
    amount=integer(least=1),
    reason=choice("duplicate", "fraudulent", "requested_by_customer"),
    instructions_email=email(),
    metadata=metadata(),
)
CANCEL = fields(expand=expand())
LIST = listing(charge=text(), payment_intent=text())

ALLOWED_MOVES = {
    "pending": {"requires_action", "succeeded", "failed", "canceled"},
    "requires_action": {"pending", "succeeded", "failed", "canceled"},
    "succeeded": {"failed"},
    "failed": set(),
    "canceled": set(),
}
TIME_FOR_ACTION = 45 * 24 * 3600


def create(sandbox: Sandbox, params: dict) -> dict:
    """Give back all that is left of a charge, or the amount asked for, never more."""
    charge = _charge_to_refund(sandbox, params)
    amount = _amount_to_refund(charge, params.get("amount"))
    by_card = charge["payment_method_details"]["type"] == "card"
    refund = sandbox.new(
        "refund",
        "re_" if by_card else "pyr_",
        amount=amount,
        charge=charge["id"],
        currency=charge["currency"],
        destination_details={"type": charge["payment_method_details"]["type"]},
        failure_balance_transaction=None,
        failure_reason=None,
        instructions_email=params.get("instructions_email") or charge["billing_details"]["email"],
        metadata=params.get("metadata", {}),
        next_action=None,
        payment_intent=charge["payment_intent"],
        pending_reason=None,
        reason=params.get("reason"),
        receipt_number=None,
        status="pending",
    )
    moved = balance.move(sandbox, "refund" if by_card else "payment_refund", -amount, refund["id"])
    _begin(sandbox, refund | {"balance_transaction": moved["id"]}, charge)
    return sandbox.fetch("refund", refund["id"])


def _charge_to_refund(sandbox, params):
    if ("charge" in params) == ("payment_intent" in params):
        raise invalid_parameter("charge", "Give either charge or payment_intent.", code="parameter_missing")
    if "charge" in params:
        charge = sandbox.fetch("charge", params["charge"], param="charge")
    else:
        intent = sandbox.fetch("payment_intent", params["payment_intent"], param="payment_intent")
        charge = paid_charge(sandbox, intent["id"])
    if charge is None or not charge["paid"]:
        raise refused("payment_intent_unexpected_state", "Nothing was paid here that could be refunded.")
    return charge


def _amount_to_refund(charge, asked):
    undisputed = charge["amount"] - charge["_disputed"]
    left = undisputed - charge["amount_refunded"]
    if charge["refunded"]:
        raise refused("charge_already_refunded", f"Charge {charge['id']} has already been refunded.")
    if left <= 0:
        raise refused("charge_disputed", f"Charge {charge['id']} is disputed and cannot be refunded.")
    if asked is not None and asked > left:
        message = f"The refund of {asked} is greater than the {left} left on charge {charge['id']}."
        raise StripeError(400, "invalid_request_error", message, param="amount")
    return left if asked is None else asked


def _begin(sandbox, refund, charge):
    method = charge["payment_method_details"]["type"]
    start = {"slow": "pending", "fails": "succeeded"}.get(charge["_refund"], sandbox.setting("refund_start")[method])
    refund["status"] = start if start != "failed" else "pending"
    if start == "requires_action":
        refund["next_action"] = _next_action(sandbox, refund)
    if start == "pending":
        refund["pending_reason"] = "processing"
    sandbox.store.put(refund)
    record(sandbox, "refund.created", refund)
    _change_refunded(sandbox, charge, refund["amount"])
    record(sandbox, "charge.refunded", charge)
    if start == "failed":
        settle(sandbox, refund["id"], "failed")
    elif start != "succeeded" or charge["_refund"] == "fails":
        end = "failed" if charge["_refund"] == "fails" else "succeeded"
        sandbox.plan("refund", refund["id"], sandbox.now() + sandbox.setting("refund_delay"), status=end)


def _next_action(sandbox, refund):
    sent = {"email_sent_at": int(sandbox.now()), "email_sent_to": refund["instructions_email"]}
    details = {"email_sent": sent, "expires_at": int(sandbox.now()) + TIME_FOR_ACTION}
    return {"type": "display_details", "display_details": details}


def _change_refunded(sandbox, charge, amount):
    charge["amount_refunded"] += amount
    charge["refunded"] = charge["amount_refunded"] == charge["amount"]
    sandbox.store.put(charge)


def settle(sandbox: Sandbox, refund_id: str, status: str, reason: str = "unknown") -> dict:
    """Move a refund to its next state; a failed or canceled one puts the money back."""
    refund = sandbox.fetch("refund", refund_id)
    before = refund["status"]
    if status not in ALLOWED_MOVES[before]:
        raise refused("refund_unexpected_state", f"Refund {refund_id} is {before} and cannot become {status}.")
    sandbox.forget("refund", refund_id)
    refund |= {"status": status, "next_action": None, "pending_reason": None}
    if status == "requires_action":
        refund["next_action"] = _next_action(sandbox, refund)
    if status in ("failed", "canceled"):
        _put_back(sandbox, refund, "merchant_request" if status == "canceled" else reason)
    sandbox.store.put(refund)
    record(sandbox, "refund.updated", refund, status=before)
    record(sandbox, "charge.refund.updated", refund, status=before)
    if status == "failed":
        record(sandbox, "refund.failed", refund, status=before)
    return refund


def _put_back(sandbox, refund, reason):
    kind = "refund_failure" if refund["id"].startswith("re_") else "payment_failure_refund"
    moved = balance.move(sandbox, kind, refund["amount"], refund["id"])
    refund |= {"failure_reason": reason, "failure_balance_transaction": moved["id"]}
    _change_refunded(sandbox, sandbox.fetch("charge", refund["charge"]), -refund["amount"])


def settle_when_due(sandbox: Sandbox, refund_id: str, detail: dict) -> None:
    settle(sandbox, refund_id, detail["status"])


def cancel(sandbox: Sandbox, params: dict, refund_id: str) -> dict:
    """Only a refund that still waits for the buyer can be canceled."""
    if sandbox.fetch("refund", refund_id)["status"] != "requires_action":
        raise refused("refund_unexpected_state", "Only a refund that requires action can be canceled.")
    return settle(sandbox, refund_id, "canceled")


def retrieve(sandbox: Sandbox, params: dict, refund_id: str) -> dict:
    return sandbox.fetch("refund", refund_id)


def list_refunds(sandbox: Sandbox, params: dict) -> dict:
    where = {name: params.get(name) for name in ("charge", "payment_intent")}
    return page(sandbox, "refund", "/v1/refunds", params, where)
