"""What can happen to one payment at Stripe: acts played in the sandbox, the events they give, and what they leave here."""

import hashlib
import json
from collections import Counter

from django.db import connection
from django.db.models import Q

from network.ledger.models import Entry
from network.outbox.testing import drain
from network.payments.actions import ask_refund, receive_event, settle, start_attempt
from network.payments.models import Refund
from tests.network.payments.conftest import make_attempt
from tests.network.payments.test_stripe import ADDRESSES
from tests.network.payments.test_webhook import signature

API_KEY = {"Authorization": "Bearer sk_test_local"}


class Story:
    """One attempt opened at Stripe, and its acts: what buyer and bank do there, one after the other.

    Each act names the events that it gives. An event can only be delivered once its act has happened, so asking for
    one plays the acts before it; Stripe may deliver it at any time afterwards.
    """

    acts = ()

    def __init__(self, sandbox, holder, number):
        self.sandbox, self.played = sandbox, 0
        self.attempt = make_attempt(
            holder, key=f"story:{number}", gateway="stripe", parts=[("jar", f"jar:{number}", 500_00)]
        )
        self.began = self.newest()
        start_attempt(self.attempt, **ADDRESSES)
        self.attempt.refresh_from_db()
        self.prepare()

    def prepare(self):
        """What happened before the story begins."""

    @classmethod
    def labels(cls):
        return [(number, kind) for number, (_act, kinds) in enumerate(cls.acts) for kind in kinds]

    def event(self, label):
        number, kind = label
        while self.played <= number:
            self.acts[self.played][0](self)
            self.played += 1
        return next(event for event in self.events() if event["type"] == kind)

    def events(self):
        """This attempt's events, oldest first."""
        since = f"&ending_before={self.began}" if self.began else ""
        return [
            *reversed(json.loads(self.sandbox.ask("GET", f"/v1/events?limit=100{since}", None, API_KEY)[2])["data"])
        ]

    def newest(self):
        data = json.loads(self.sandbox.ask("GET", "/v1/events?limit=1", None, API_KEY)[2])["data"]
        return data[0]["id"] if data else None

    def control(self, command, **given):
        return self.sandbox.control(command, **given)

    def pay(self, **how):
        self.control("sessions/pay", session=self.attempt.provider_ref, **how)

    def deliver(self, label):
        deliver(self.event(label))


def deliver(event):
    """As the webhook gets it: the whole body, signed now."""
    body = json.dumps(event).encode()
    receive_event(body, signature(body))


class PaidByCard(Story):
    acts = (
        (
            lambda story: story.pay(method="card", outcome="paid"),
            ["payment_intent.created", "charge.succeeded", "payment_intent.succeeded", "checkout.session.completed"],
        ),
    )


class PromptPay(Story):
    """The payer closes the page; the bank speaks later."""

    word = "succeeded"

    @staticmethod
    def close_the_page(story):
        story.pay(method="promptpay", outcome="later")

    @staticmethod
    def hear_the_bank(story):
        story.control("promptpay/settle", session=story.attempt.provider_ref, outcome=story.word)


class PromptPaySucceeds(PromptPay):
    acts = (
        (PromptPay.close_the_page, ["payment_intent.processing", "checkout.session.completed"]),
        (
            PromptPay.hear_the_bank,
            ["charge.succeeded", "payment_intent.succeeded", "checkout.session.async_payment_succeeded"],
        ),
    )


class PromptPayFails(PromptPay):
    word = "failed"
    acts = (
        (PromptPay.close_the_page, ["payment_intent.processing", "checkout.session.completed"]),
        (
            PromptPay.hear_the_bank,
            ["charge.failed", "payment_intent.payment_failed", "checkout.session.async_payment_failed"],
        ),
    )


class PromptPayExpires(Story):
    """The QR was shown and nobody paid."""

    acts = (
        (
            lambda story: story.control("sessions/expire", session=story.attempt.provider_ref),
            ["checkout.session.expired"],
        ),
    )


class Refunded(Story):
    """Paid and settled; then a part goes back, by way of the payer's account, and the bank returns it in the end."""

    def prepare(self):
        self.control("settings", refund_start={"card": "pending"})
        self.pay(method="card", outcome="paid")
        settle(self.attempt)
        drain()
        self.refund = ask_refund(self.attempt.parts.get(), amount=120_00, reason="x", key=f"{self.attempt.ref}:back")
        drain()
        self.refund.refresh_from_db()

    def move_refund(self, *states):
        for status in states:
            self.control("refunds/settle", refund=self.refund.provider_ref, status=status)

    acts = (
        (lambda story: None, ["refund.created", "charge.refunded"]),
        (lambda story: story.move_refund("succeeded"), ["refund.updated", "charge.refund.updated"]),
        (lambda story: story.move_refund("failed"), ["refund.failed"]),
    )


class RefundArrives(Refunded):
    acts = (
        (lambda story: None, ["refund.created", "charge.refunded", "checkout.session.completed"]),
        (lambda story: story.move_refund("succeeded"), ["refund.updated", "charge.refund.updated"]),
    )


def end_of(story, jar):
    """What an attempt left: (hash of its entries, (its balances, where everything stands)), its own names left out."""
    attempt, ref = story.attempt, story.attempt.parts.get().ref
    attempt.refresh_from_db()
    refunds = Refund.objects.filter(part__attempt=attempt).order_by("pk")
    names = {attempt.public_id: "attempt", ref: "part"} | {refund.public_id: "refund" for refund in refunds}
    rows = sorted(
        [without(names, entry.key), entry.kind, *(without(names, side.code) for side in (t.debit, t.credit)), t.amount]
        for entry in Entry.objects.filter(entries_about(attempt, refunds))
        for t in entry.transfers.select_related("debit", "credit")
    )
    states = attempt.status, attempt.parts.get().status, [str(refund.status) for refund in refunds]
    told = jar.fulfilled.count(ref), jar.released.count(ref)
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest(), (balances_of(rows), *states, *told)


def without(names, text):
    for name, stands_for in names.items():
        text = text.replace(name, stands_for)
    return text


def entries_about(attempt, refunds):
    about = Q(key__contains=attempt.public_id)
    for refund in refunds:
        about |= Q(key__contains=refund.public_id)
    return about


def balances_of(rows):
    """Debits less credits of each account, those at nothing left out."""
    totals = Counter()
    for _key, _kind, debit, credit, amount in rows:
        totals[debit] += amount
        totals[credit] -= amount
    return {code: total for code, total in sorted(totals.items()) if total}


def forget_kept_promises():
    """Thousands of kept promises are of no more use to a test that looks at the books alone."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM outbox_promise WHERE kept_at IS NOT NULL")
