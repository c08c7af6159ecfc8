"""Reads what the buyer typed. Numbers that are no test card are neither kept nor shown again."""

import re
from datetime import UTC, datetime

from network.payments.sandbox.cards import Card, find_card
from network.payments.sandbox.hosted.visit import Visit
from network.payments.sandbox.parameters import is_email

EXPIRY = re.compile(r"\s*(0?[1-9]|1[0-2])\s*/\s*(?:20)?([0-9]{2})\s*", re.ASCII)


def read_card_form(visit: Visit) -> tuple[Card | None, str, dict[str, str]]:
    """The test card, the e-mail, and each mistake as field → name of its text."""
    email, mistakes = read_email(visit, "email")
    card = find_card(visit.form.get("number", ""))
    if card is None:
        mistakes["number"] = "bad_number"
    if not _is_to_come(visit.form.get("expiry", ""), visit.sandbox.now()):
        mistakes["expiry"] = "bad_expiry"
    if not re.fullmatch(r"[0-9]{3,4}", visit.form.get("cvc", "").strip(), re.ASCII):
        mistakes["cvc"] = "bad_cvc"
    return card, email, mistakes


def read_email(visit: Visit, field: str) -> tuple[str, dict[str, str]]:
    """The e-mail that the shop gave, or else the one typed here."""
    email = visit.session["customer_email"] or visit.form.get("email", "").strip()
    return email, {} if is_email(email) else {field: "bad_email"}


def _is_to_come(expiry, now):
    found = EXPIRY.fullmatch(expiry)
    if not found:
        return False
    today = datetime.fromtimestamp(now, UTC)
    return (2000 + int(found[2]), int(found[1])) >= (today.year, today.month)
