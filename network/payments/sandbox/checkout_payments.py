"""What the buyer does on the Checkout page, and what comes of it.

Each function is one transaction and begins by asking whether the session is still open, so
that a double click, a second tab or a late return pays nothing twice.
"""

from network.payments.sandbox import checkout_sessions, disputes, payment_intents
from network.payments.sandbox.balance import in_baht
from network.payments.sandbox.cards import CARDS, Card
from network.payments.sandbox.charges import card_details, promptpay_details
from network.payments.sandbox.errors import refused
from network.payments.sandbox.sandbox import Sandbox


class NotOpen(Exception):
    """The session is complete or expired; it rides along."""

    def __init__(self, session: dict):
        super().__init__(session["id"])
        self.session = session


class Declined(Exception):
    """The payment was refused, and that is recorded; the buyer may try again."""

    def __init__(self, decline_code: str):
        super().__init__(decline_code)
        self.decline_code = decline_code


def open_session(sandbox: Sandbox, session_id: str) -> dict:
    session = sandbox.fetch("checkout.session", session_id)
    if session["status"] == "open" and session["expires_at"] <= sandbox.now():
        session["status"] = "expired"  # its timer will say so in a moment
    if session["status"] != "open":
        raise NotOpen(session)
    return session


def pay_by_card(sandbox: Sandbox, session_id: str, card: Card, email: str) -> str:
    """Charge a test card: returns "paid", or "asked" when the bank wants to see the buyer.

    Raises NotOpen or Declined.
    """
    with sandbox.store.transaction():
        session, intent = _begin(sandbox, session_id, email)
        if card.asks:
            address = f"{sandbox.public_url}/c/pay/{session_id}/bank"
            action = {"type": "redirect_to_url", "redirect_to_url": {"url": address, "return_url": session["url"]}}
            payment_intents.require_action(sandbox, intent, action)
            return "asked"
        if not card.decline:
            _take_money(sandbox, session, intent, card)
            return "paid"
        _refuse_card(sandbox, session, intent, card, *card.decline)
    raise Declined(card.decline[1])


def confirm_with_bank(sandbox: Sandbox, session_id: str, *, agreed: bool) -> None:
    """The buyer's answer to the bank's question. Raises NotOpen or Declined."""
    with sandbox.store.transaction():
        session = open_session(sandbox, session_id)
        intent = _intent_that_waits(sandbox, session, "redirect_to_url")
        card = next(card for card in CARDS.values() if card.asks)
        if agreed:
            _take_money(sandbox, session, intent, card)
            return
        _refuse_card(sandbox, session, intent, card, "payment_intent_authentication_failure", "authentication_required")
    raise Declined("authentication_required")


def show_qr(sandbox: Sandbox, session_id: str, email: str) -> None:
    with sandbox.store.transaction():
        session, intent = _begin(sandbox, session_id, email)
        address = f"{sandbox.public_url}/c/pay/{session_id}/promptpay"
        shown = {"data": qr_text(intent), "hosted_instructions_url": address}
        action = {"type": "promptpay_display_qr_code", "promptpay_display_qr_code": shown}
        payment_intents.require_action(sandbox, intent, action)


def qr_text(intent: dict) -> str:
    """What the QR says. Never a real PromptPay payload: no bank app may pay it to anybody."""
    return f"SANDBOX - NO REAL MONEY - {intent['id']} - THB {in_baht(intent['amount'])}"


def postpone_promptpay(sandbox: Sandbox, session_id: str) -> None:
    """The buyer closes the page; the bank reports later that the money has come."""
    with sandbox.store.transaction():
        session = open_session(sandbox, session_id)
        intent = _intent_that_waits(sandbox, session, "promptpay_display_qr_code")
        payment_intents.process(sandbox, intent)
        checkout_sessions.complete(sandbox, session, paid=False)
        sandbox.plan("promptpay", session_id, sandbox.now() + sandbox.setting("promptpay_delay"))


def settle_promptpay(sandbox: Sandbox, session_id: str, *, paid: bool) -> None:
    """The bank's word on a PromptPay payment whose QR was shown, page still open or not.

    Raises NotOpen, or Declined when an open page may try again.
    """
    with sandbox.store.transaction():
        session = sandbox.fetch("checkout.session", session_id)
        if session["status"] == "complete" and session["payment_status"] == "unpaid":
            _settle_late(sandbox, session, paid=paid)
            return
        session = open_session(sandbox, session_id)
        intent = _intent_that_waits(sandbox, session, "promptpay_display_qr_code")
        _end_promptpay(sandbox, session, intent, paid=paid)
        if paid:
            checkout_sessions.complete(sandbox, session, paid=True)
            return
    raise Declined("promptpay_failed")


def settle_promptpay_when_due(sandbox: Sandbox, session_id: str, detail: dict) -> None:
    settle_promptpay(sandbox, session_id, paid=True)


def _settle_late(sandbox, session, *, paid):
    intent = sandbox.fetch("payment_intent", session["payment_intent"])
    if intent["status"] != "processing":
        raise NotOpen(session)
    sandbox.forget("promptpay", session["id"])
    _end_promptpay(sandbox, session, intent, paid=paid)
    checkout_sessions.finish_later(sandbox, session, paid=paid)


def _end_promptpay(sandbox, session, intent, *, paid):
    buyer = {"email": session["_email"]}
    if paid:
        payment_intents.succeed(sandbox, intent, promptpay_details(), buyer)
    else:
        code = {"code": "payment_intent_payment_attempt_failed", "decline_code": "promptpay_failed"}
        payment_intents.fail(sandbox, intent, promptpay_details(), buyer, **code)


def _begin(sandbox, session_id, email):
    session = open_session(sandbox, session_id)
    if session["payment_intent"]:
        intent = sandbox.fetch("payment_intent", session["payment_intent"])
    else:
        intent = payment_intents.open_intent(sandbox, session)
    session |= {"payment_intent": intent["id"], "_email": email}
    sandbox.store.put(session)
    return session, intent


def _intent_that_waits(sandbox, session, action):
    intent = sandbox.store.get(session["payment_intent"] or "", "payment_intent")
    if not intent or not intent["next_action"] or intent["next_action"]["type"] != action:
        raise refused("payment_intent_unexpected_state", "This payment does not wait for that.")
    return intent


def _take_money(sandbox, session, intent, card):
    charge = payment_intents.succeed(sandbox, intent, card_details(card), {"email": session["_email"]})
    checkout_sessions.complete(sandbox, session, paid=True)
    if card.disputed:
        disputes.open_dispute(sandbox, charge)


def _refuse_card(sandbox, session, intent, card, code, decline_code):
    buyer = {"email": session["_email"]}
    payment_intents.fail(sandbox, intent, card_details(card), buyer, code=code, decline_code=decline_code)
