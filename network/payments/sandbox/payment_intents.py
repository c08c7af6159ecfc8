"""Payment intents: the states of one payment, each change with its events."""

from network.payments.sandbox import balance
from network.payments.sandbox.charges import new_charge
from network.payments.sandbox.events import record
from network.payments.sandbox.lists import listing, page
from network.payments.sandbox.sandbox import Sandbox, new_id

LIST = listing()
DECLINE_MESSAGES = {
    "authentication_required": "The buyer did not confirm the payment with the bank.",
    "expired_card": "The card has expired.",
    "incorrect_cvc": "The card's security code is wrong.",
    "insufficient_funds": "The card has too little money left.",
    "promptpay_failed": "The PromptPay payment did not go through.",
}


def open_intent(sandbox: Sandbox, session: dict) -> dict:
    """A payment intent for a Checkout Session, made when the buyer first tries to pay."""
    data = session["_payment_intent_data"]
    intent = sandbox.new(
        "payment_intent",
        "pi_",
        amount=session["amount_total"],
        amount_capturable=0,
        amount_received=0,
        canceled_at=None,
        cancellation_reason=None,
        capture_method="automatic",
        client_secret=new_id("pi_secret_"),
        confirmation_method="automatic",
        currency=session["currency"],
        customer=None,
        description=data.get("description"),
        last_payment_error=None,
        latest_charge=None,
        metadata=data.get("metadata", {}),
        next_action=None,
        payment_method=None,
        payment_method_types=session["payment_method_types"],
        receipt_email=data.get("receipt_email"),
        statement_descriptor=None,
        status="requires_payment_method",
        transfer_group=data.get("transfer_group"),
    )
    record(sandbox, "payment_intent.created", intent)
    return intent


def succeed(sandbox: Sandbox, intent: dict, details: dict, buyer: dict) -> dict:
    """Money has come in: a charge, its balance transaction, and the intent's happy end."""
    charge = new_charge(sandbox, intent, details, buyer)
    method, amount = details["type"], intent["amount"]
    kind = "charge" if method == "card" else "payment"
    moved = balance.move(sandbox, kind, amount, charge["id"], fee=balance.fee_for(method, amount))
    charge |= {
        "amount_captured": amount,
        "balance_transaction": moved["id"],
        "captured": True,
        "paid": True,
        "status": "succeeded",
    }
    sandbox.store.put(charge)
    record(sandbox, "charge.succeeded", charge)
    intent |= {
        "amount_received": amount,
        "last_payment_error": None,
        "latest_charge": charge["id"],
        "next_action": None,
        "status": "succeeded",
    }
    sandbox.store.put(intent)
    record(sandbox, "payment_intent.succeeded", intent)
    return charge


def fail(sandbox: Sandbox, intent: dict, details: dict, buyer: dict, *, code: str, decline_code: str) -> dict:
    """The payment was refused: a failed charge, and the intent waits for another means."""
    message = DECLINE_MESSAGES.get(decline_code, "The card was declined.")
    charge = new_charge(sandbox, intent, details, buyer)
    outcome = {"network_status": "declined_by_network", "reason": decline_code, "type": "issuer_declined"}
    charge |= {"failure_code": code, "failure_message": message, "outcome": outcome, "status": "failed"}
    sandbox.store.put(charge)
    record(sandbox, "charge.failed", charge)
    intent |= {
        "last_payment_error": {
            "charge": charge["id"],
            "code": code,
            "decline_code": decline_code,
            "message": message,
            "type": "card_error" if details["type"] == "card" else "invalid_request_error",
        },
        "latest_charge": charge["id"],
        "next_action": None,
        "status": "requires_payment_method",
    }
    sandbox.store.put(intent)
    record(sandbox, "payment_intent.payment_failed", intent)
    return charge


def require_action(sandbox: Sandbox, intent: dict, action: dict) -> None:
    """The buyer has something to do first: confirm with the bank, or scan the QR."""
    intent |= {"next_action": action, "status": "requires_action"}
    sandbox.store.put(intent)
    record(sandbox, "payment_intent.requires_action", intent)


def process(sandbox: Sandbox, intent: dict) -> None:
    """The buyer has done all; the money is on its way."""
    intent |= {"next_action": None, "status": "processing"}
    sandbox.store.put(intent)
    record(sandbox, "payment_intent.processing", intent)


def cancel(sandbox: Sandbox, intent: dict, *, reason: str) -> None:
    intent |= {
        "canceled_at": int(sandbox.now()),
        "cancellation_reason": reason,
        "next_action": None,
        "status": "canceled",
    }
    sandbox.store.put(intent)
    record(sandbox, "payment_intent.canceled", intent)


def retrieve(sandbox: Sandbox, params: dict, intent_id: str) -> dict:
    return sandbox.fetch("payment_intent", intent_id)


def list_intents(sandbox: Sandbox, params: dict) -> dict:
    return page(sandbox, "payment_intent", "/v1/payment_intents", params)
