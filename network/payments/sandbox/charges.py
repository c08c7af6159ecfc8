"""Charges: one try to take money, failed or successful, and how much of it has gone back."""

from network.payments.sandbox.cards import Card
from network.payments.sandbox.lists import listing, page
from network.payments.sandbox.parameters import text
from network.payments.sandbox.sandbox import Sandbox, new_id
from network.payments.sandbox.store import equals

LIST = listing(payment_intent=text(), transfer_group=text())


def card_details(card: Card) -> dict:
    """What a charge tells of the card; the number itself is kept nowhere."""
    shown = {
        "brand": card.brand,
        "country": card.country,
        "exp_month": 12,
        "exp_year": 2034,
        "funding": "credit",
        "last4": card.number[-4:],
        "network": card.brand,
    }
    return {"type": "card", "card": shown, "_refund": card.refund}


def promptpay_details() -> dict:
    return {"type": "promptpay", "promptpay": {"reference": new_id("", 16)}}


def new_charge(sandbox, intent, details, buyer):
    charge_id = "ch_" if details["type"] == "card" else "py_"
    return sandbox.new(
        "charge",
        charge_id,
        amount=intent["amount"],
        amount_captured=0,
        amount_refunded=0,
        balance_transaction=None,
        billing_details={"address": None, "email": buyer["email"], "name": None, "phone": None},
        captured=False,
        currency=intent["currency"],
        customer=None,
        description=intent["description"],
        disputed=False,
        failure_code=None,
        failure_message=None,
        metadata=intent["metadata"],
        outcome={"network_status": "approved_by_network", "reason": None, "type": "authorized"},
        paid=False,
        payment_intent=intent["id"],
        payment_method=new_id("pm_"),
        payment_method_details={key: value for key, value in details.items() if not key.startswith("_")},
        receipt_email=intent["receipt_email"],
        receipt_url=None,
        refunded=False,
        status="pending",
        transfer_group=intent["transfer_group"],
        _disputed=0,
        _refund=details.get("_refund", ""),
    )


def retrieve(sandbox: Sandbox, params: dict, charge_id: str) -> dict:
    return sandbox.fetch("charge", charge_id)


def list_charges(sandbox: Sandbox, params: dict) -> dict:
    where = {name: params.get(name) for name in ("payment_intent", "transfer_group")}
    return page(sandbox, "charge", "/v1/charges", params, where)


def paid_charge(sandbox: Sandbox, intent_id: str) -> dict | None:
    """The one charge of an intent that brought money, if there is one."""
    found = sandbox.store.documents("charge", [equals("payment_intent", intent_id), equals("status", "succeeded")])
    return found[0] if found else None
