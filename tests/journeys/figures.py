"""What pages and books state, in satang: every sum that a journey expects is read from a page before the payment."""

import re
import sqlite3
from contextlib import closing

from network.words.money import parse_baht

AMOUNT = re.compile(r"(?:THB |฿)([\d,]+(?:\.\d\d)?)")
FREE = {"free", "ฟรี"}


def satang(text):
    """The one amount that a text states."""
    if text.strip() in FREE:
        return 0
    [amount] = AMOUNT.findall(text)
    return parse_baht(amount, zero=True)


def sums_in(part):
    """{label: satang} of a definition list, for example of what an order comes to."""
    rows = part.locator(".deflist > div").all()
    return {row.locator("dt").inner_text(): satang(row.locator("dd").inner_text()) for row in rows}


def signed_sums_in(part):
    """As `sums_in`, where what is taken off stands with a minus."""
    rows = part.locator(".deflist > div").all()
    texts = {row.locator("dt").inner_text(): row.locator("dd").inner_text() for row in rows}
    return {label: satang(text) * (-1 if text.startswith("−") else 1) for label, text in texts.items()}


def shares_of_one(page):
    """{who gets it: satang} of one piece, as the page of a listing draws it."""
    rows = page.locator(".split-parts li").all()
    return {row.locator("span").first.inner_text(): satang(row.locator(".number").inner_text()) for row in rows}


class Books:
    """The demo's own database, opened for looking only: what no page shows."""

    def __init__(self, folder):
        self.address = f"file:{folder / 'chanchala.sqlite3'}?mode=ro"

    def rows(self, question, *facts):
        with closing(sqlite3.connect(self.address, uri=True, timeout=20)) as database:
            return database.execute(question, facts).fetchall()

    def value(self, question, *facts):
        [[found]] = self.rows(question, *facts)
        return found

    def entry(self, key):
        """{(debit, credit): satang} of one entry, by the public codes of its accounts."""
        found = self.rows(TRANSFERS, key)
        return {(debit, credit): amount for debit, credit, amount in found}

    def attempt_of(self, order):
        """(public id, status, gateway, amount, the provider's fee) of the one payment of an order."""
        [found] = self.rows(ATTEMPTS, f"order:{order}")
        return found

    def consignments_of(self, order):
        """{the seller's key: (consignment, state, the seller's public id)}"""
        return {key: facts for key, *facts in self.rows(CONSIGNMENTS, order)}

    def fund(self, key):
        """The account of a fund's money."""
        return f"fund:{self.value('SELECT public_id FROM funding_fund WHERE slug = ?', key)}:available"

    def cash(self, kind):
        """The account of the network's money at a bank or a provider."""
        holder = self.value("SELECT public_id FROM payments_holderaccount WHERE is_default")
        return f"cash:{kind}:{holder}"


TRANSFERS = """
    SELECT debit.code, credit.code, transfer.amount FROM ledger_transfer AS transfer
    JOIN ledger_entry AS entry ON entry.id = transfer.entry_id
    JOIN ledger_account AS debit ON debit.id = transfer.debit_id
    JOIN ledger_account AS credit ON credit.id = transfer.credit_id
    WHERE entry.key = ? AND transfer.kind = 'single' AND transfer.unit = 'THB'
"""
ATTEMPTS = """
    SELECT attempt.public_id, attempt.status, attempt.gateway, attempt.amount, attempt.provider_fee
    FROM payments_paymentattempt AS attempt JOIN payments_attemptpart AS part ON part.attempt_id = attempt.id
    WHERE part.ref = ?
"""
CONSIGNMENTS = """
    SELECT organisation.slug, one.public_id, one.state, organisation.public_id FROM consignments_consignment AS one
    JOIN order_order ON order_order.id = one.order_id
    JOIN partner_partner AS seller ON seller.id = one.seller_id
    JOIN organisations_organisation AS organisation ON organisation.id = seller.organisation_id
    WHERE order_order.public_id = ?
"""
