"""Stripe, by its own unmodified library; only this module and `stripe_client.py` import it."""

import json
import time
from datetime import timedelta
from functools import cache

import stripe
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from network.clock import now
from network.payments.exceptions import BadSignature, ProviderUnreachable
from network.payments.models import Refund

from .base import Gateway, Outcome, RefundOutcome, State
from .stripe_client import PromptClient

# Stripe refuses signatures older than this; we refuse those from the future as well (its client does not).
TOLERANCE = 300
# Stripe may forget an idempotency key after a day; an older call is looked up, never repeated.
KEY_LIFETIME = timedelta(hours=23)
LOCALES = {"th": "th", "en": "en", "ms": "ms", "zh-hans": "zh"}

REFUND_STATES = {
    "pending": Refund.Status.PENDING,
    "requires_action": Refund.Status.NEEDS_ACCOUNT,
    "succeeded": Refund.Status.SUCCEEDED,
    "failed": Refund.Status.FAILED,
    "canceled": Refund.Status.CANCELLED,
}


@cache
def client():
    """The one client: two retries within ten seconds, our API base only with a test key."""
    ours = settings.STRIPE_API_BASE and settings.STRIPE_SECRET_KEY.startswith("sk_test_")
    return stripe.StripeClient(
        settings.STRIPE_SECRET_KEY,
        max_network_retries=2,
        http_client=PromptClient(),
        base_addresses={"api": settings.STRIPE_API_BASE} if ours else None,
    )


class Stripe(Gateway):
    code = "stripe"
    title = _("Card, wallet or PromptPay")
    line = _("On Stripe's page; confirmed at once")
    icon = "card"
    sends_refunds = True

    def serves(self, holder):
        return bool(settings.STRIPE_SECRET_KEY) and holder.takes_cards

    def begin(self, attempt, return_url, cancel_url):
        found = self.find(attempt) if is_old(attempt.called_at) else None
        if found:
            return found
        told = self.session(attempt, return_url, cancel_url)
        try:
            session = client().v1.checkout.sessions.create(told, {"idempotency_key": payment_key(attempt)})
        except stripe.StripeError as error:
            raise ProviderUnreachable from error
        return session.id, session.url or ""

    def session(self, attempt, return_url, cancel_url):
        """What Stripe is told: the amount is ours, from the database; it never comes from a form."""
        price = {"currency": "thb", "unit_amount": attempt.amount, "product_data": {"name": attempt.title}}
        told = {
            "mode": "payment",
            "line_items": [{"quantity": 1, "price_data": price}],
            "payment_method_types": ["card", "promptpay"],
            "client_reference_id": attempt.public_id,
            "metadata": {"attempt": attempt.public_id},
            "payment_intent_data": {"metadata": {"attempt": attempt.public_id}},
            "success_url": return_url,
            "cancel_url": cancel_url,
            "locale": LOCALES.get(attempt.language, "auto"),
            # Five minutes before our hold ends; Stripe's shortest is thirty minutes from its own now.
            "expires_at": int(attempt.expires_at.timestamp()) - 240,
        }
        return told | ({"customer_email": attempt.contact} if "@" in attempt.contact else {})

    def find(self, attempt):
        """Among the sessions of the call's hour: Stripe cannot search them by our reference."""
        called = int(attempt.called_at.timestamp())
        around = {"created": {"gte": called - 60, "lte": called + 3600}, "limit": 100}
        try:
            sessions = client().v1.checkout.sessions.list(around).auto_paging_iter()
            found = next((one for one in sessions if one.client_reference_id == attempt.public_id), None)
        except stripe.StripeError as error:
            raise ProviderUnreachable from error
        return found and (found.id, found.url or "")

    def look(self, attempt):
        if not attempt.provider_ref:
            return Outcome(State.WAITING)
        expand = {"expand": ["payment_intent.latest_charge.balance_transaction"]}
        try:
            session = client().v1.checkout.sessions.retrieve(attempt.provider_ref, expand)
        except stripe.StripeError as error:
            raise ProviderUnreachable from error
        return outcome_of(session)

    def close(self, attempt):
        try:
            client().v1.checkout.sessions.expire(attempt.provider_ref)
        except stripe.InvalidRequestError:
            return  # It is complete or expired already; the look that follows tells which.
        except stripe.StripeError as error:
            raise ProviderUnreachable from error

    def refund(self, refund):
        try:
            reference = refund.provider_ref or self.send_back(refund)
            # Under a repeated key Stripe says again how things stood at first: read how they stand now.
            answer = client().v1.refunds.retrieve(reference)
        except stripe.InvalidRequestError:
            return RefundOutcome(Refund.Status.FAILED, refund.provider_ref)
        except stripe.StripeError as error:
            raise ProviderUnreachable from error
        return RefundOutcome(REFUND_STATES[answer.status], answer.id)

    @staticmethod
    def send_back(refund):
        """Ask for the money to be sent, once; an old request without an answer is looked up among the payment's."""
        told = {"payment_intent": refund.part.attempt.provider_payment, "amount": refund.amount}
        told["metadata"] = {"refund": refund.public_id}
        if is_old(refund.asked_at):
            payment = {"payment_intent": told["payment_intent"], "limit": 100}
            for sent in client().v1.refunds.list(payment).auto_paging_iter():
                if sent.metadata.to_dict().get("refund") == refund.public_id:
                    return sent.id
        return client().v1.refunds.create(told, {"idempotency_key": refund_key(refund)}).id


def payment_key(attempt):
    """What Stripe knows a repeated call by; it stands in our database before the first one."""
    return f"pay:{attempt.public_id}"


def refund_key(refund):
    return f"refund:{refund.public_id}"


def is_old(called_at):
    """Whether Stripe may have forgotten the key of a call made then."""
    return called_at is not None and now() - called_at > KEY_LIFETIME


def outcome_of(session):
    """Read a Checkout Session, whatever event made us look."""
    intent = session.payment_intent
    if session.payment_status == "paid":
        charge = intent.latest_charge if intent else None
        balance = charge.balance_transaction if charge else None
        return Outcome(
            State.PAID,
            session.amount_total,
            session.currency.upper(),
            intent.id if intent else "",
            balance.fee if balance else 0,
        )
    if session.status == "expired":
        return Outcome(State.EXPIRED)
    if session.status != "complete":
        return Outcome(State.WAITING)
    failed = intent and intent.status in {"requires_payment_method", "canceled"}
    return Outcome(State.FAILED if failed else State.PROCESSING)


def read_event(body, signature):
    """The verified content of a webhook: (event id, type, object id, livemode).

    Raises BadSignature for a body or header that is wrong in any way, a signature older or newer than
    five minutes, or one made with none of our secrets (two may be valid while one is being changed).
    """
    try:
        text, header = body.decode(), signature.encode("ascii").decode()
        stamp = int(dict(part.split("=", 1) for part in header.split(",") if "=" in part)["t"])
        if stamp > time.time() + TOLERANCE:
            raise BadSignature("from the future")
        verify(text, header)
        event = json.loads(text)
        return event["id"], event["type"], event["data"]["object"].get("id", ""), bool(event["livemode"])
    except BadSignature:
        raise
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadSignature("malformed") from error


def verify(text, header):
    for secret in settings.STRIPE_WEBHOOK_SECRETS:
        try:
            return stripe.WebhookSignature.verify_header(text, header, secret, TOLERANCE)
        except stripe.SignatureVerificationError:
            continue
    raise BadSignature("no secret of ours made this signature")


def is_live():
    """Whether our key moves real money."""
    return settings.STRIPE_SECRET_KEY.startswith("sk_live_")
