"""The books of the demo as its file holds them: only read, for what no page shows."""

import sqlite3
from contextlib import closing


class Books:
    """Questions to the demo's database; amounts are satang."""

    def __init__(self, folder):
        self.address = f"file:{folder / 'chanchala.sqlite3'}?mode=ro"

    def rows(self, query, *values):
        with closing(sqlite3.connect(self.address, uri=True, timeout=20)) as connection:
            return connection.execute(query, values).fetchall()

    def one(self, query, *values):
        [[value]] = self.rows(query, *values)
        return value

    def left(self, slug):
        """Pieces of a listing that nobody holds."""
        return self.one(
            "SELECT size - taken FROM capacity_pool"
            " JOIN catalogue_product p ON ref = 'listing:' || p.public_id WHERE p.slug = ?",
            slug,
        )

    def attempt(self, number):
        """(public id, status, amount, gateway) of an order's one payment."""
        [attempt] = self.rows(
            "SELECT a.public_id, a.status, a.amount, a.gateway FROM payments_paymentattempt a"
            " JOIN payments_attemptpart part ON part.attempt_id = a.id"
            " JOIN order_order o ON part.ref = 'order:' || o.public_id WHERE o.number = ?",
            number,
        )
        return attempt

    def consignments(self, number):
        """(state, goods, shipping) of each seller's part of an order."""
        return self.rows(
            "SELECT c.state, c.goods, c.shipping FROM consignments_consignment c"
            " JOIN order_order o ON o.id = c.order_id WHERE o.number = ? ORDER BY c.position",
            number,
        )

    def moved_on(self, attempt):
        """(kind of account, amount) of all that the money of an attempt became, the smallest first."""
        return self.rows(
            "SELECT substr(c.code, 1, instr(c.code, ':') - 1), t.amount FROM ledger_transfer t"
            " JOIN ledger_account d ON d.id = t.debit_id JOIN ledger_account c ON c.id = t.credit_id"
            " WHERE d.code = ? ORDER BY t.amount, c.code",
            f"received:{attempt}",
        )

    def came_in(self, attempt):
        """(from, to, amount) of the entry that booked the payment: gross first, then the provider's fee."""
        return self.rows(
            "SELECT substr(d.code, 1, instr(d.code, ':') - 1), substr(c.code, 1, instr(c.code, ':') - 1), t.amount"
            " FROM ledger_transfer t JOIN ledger_entry e ON e.id = t.entry_id"
            " JOIN ledger_account d ON d.id = t.debit_id JOIN ledger_account c ON c.id = t.credit_id"
            " WHERE e.key = ? ORDER BY t.amount DESC",
            f"attempt:{attempt}:paid",
        )
