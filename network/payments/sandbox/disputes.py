"""Disputes: a card's owner denies a charge, in whole or in part, and wins or loses."""

from network.payments.sandbox import balance
from network.payments.sandbox.errors import refused
from network.payments.sandbox.events import record
from network.payments.sandbox.lists import listing, page
from network.payments.sandbox.parameters import expand, fields, text
from network.payments.sandbox.sandbox import Sandbox

LIST = listing(charge=text(), payment_intent=text())
CLOSE = fields(expand=expand())
TIME_TO_ANSWER = 7 * 24 * 3600


def open_dispute(sandbox: Sandbox, charge: dict, amount: int | None = None, reason: str = "fraudulent") -> dict:
    """The bank takes the disputed amount and Stripe its fee, before anybody is heard."""
    left = charge["amount"] - charge["amount_refunded"] - charge["_disputed"]
    amount = left if amount is None else amount
    if charge["payment_method_details"]["type"] != "card":
        raise refused("dispute_not_possible", "PromptPay payments cannot be disputed.")
    if not charge["paid"] or not 0 < amount <= left:
        raise refused("dispute_not_possible", f"Of charge {charge['id']} at most {left} can be disputed.")
    evidence = {"due_by": int(sandbox.now()) + TIME_TO_ANSWER, "has_evidence": False, "past_due": False}
    dispute = sandbox.new(
        "dispute",
        "dp_",
        amount=amount,
        balance_transactions=[],
        charge=charge["id"],
        currency=charge["currency"],
        evidence={},
        evidence_details={**evidence, "submission_count": 0},
        is_charge_refundable=False,
        metadata={},
        payment_intent=charge["payment_intent"],
        payment_method_details={"type": "card", "card": {"brand": "visa", "network_reason_code": "10.4"}},
        reason=reason,
        status="needs_response",
    )
    sandbox.store.put(charge | {"disputed": True, "_disputed": charge["_disputed"] + amount})
    record(sandbox, "charge.dispute.created", dispute)
    _move(sandbox, dispute, -amount, "dispute", fee=balance.DISPUTE_FEE)
    record(sandbox, "charge.dispute.funds_withdrawn", dispute)
    return dispute


def win(sandbox: Sandbox, dispute_id: str, amount: int | None = None) -> dict:
    """The bank gives back the amount, or only a part of it; the fee stays spent."""
    dispute = _undecided(sandbox, dispute_id)
    amount = dispute["amount"] if amount is None else amount
    if not 0 < amount <= dispute["amount"]:
        raise refused("dispute_not_possible", f"Between 1 and {dispute['amount']} can be given back.")
    charge = sandbox.fetch("charge", dispute["charge"])
    sandbox.store.put(charge | {"_disputed": charge["_disputed"] - amount})
    dispute["status"] = "won"
    _move(sandbox, dispute, amount, "dispute_reversal")
    record(sandbox, "charge.dispute.funds_reinstated", dispute)
    record(sandbox, "charge.dispute.closed", dispute)
    return dispute


def lose(sandbox: Sandbox, dispute_id: str) -> dict:
    dispute = _undecided(sandbox, dispute_id) | {"status": "lost"}
    sandbox.store.put(dispute)
    record(sandbox, "charge.dispute.closed", dispute)
    return dispute


def _undecided(sandbox, dispute_id):
    dispute = sandbox.fetch("dispute", dispute_id)
    if dispute["status"] in ("won", "lost"):
        raise refused("dispute_unexpected_state", f"Dispute {dispute_id} is already {dispute['status']}.")
    return dispute


def _move(sandbox, dispute, amount, category, fee=0):
    moved = balance.move(sandbox, "adjustment", amount, dispute["id"], fee=fee, category=category)
    dispute["balance_transactions"].append(moved)
    sandbox.store.put(dispute)


def close(sandbox: Sandbox, params: dict, dispute_id: str) -> dict:
    """Give in: the dispute is lost."""
    return lose(sandbox, dispute_id)


def retrieve(sandbox: Sandbox, params: dict, dispute_id: str) -> dict:
    return sandbox.fetch("dispute", dispute_id)


def list_disputes(sandbox: Sandbox, params: dict) -> dict:
    where = {name: params.get(name) for name in ("charge", "payment_intent")}
    return page(sandbox, "dispute", "/v1/disputes", params, where)
