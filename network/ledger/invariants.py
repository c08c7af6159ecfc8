"""What must always be true of the books: one query each, returning the rows that break it."""

from datetime import timedelta

from django.db import connection
from django.utils.translation import gettext_lazy as _

from network.clock import now
from network.invariants import register_invariant

from .triggers.amounts import AVAILABLE, PENDING, POSTED, since

ALARM = timedelta(minutes=5)  # how long a promise may be late: to seal an entry, to free what expired


class Rule:
    """A query over the books; called, it returns its offending rows as dicts.

    With %(since_transfer)s or %(since_entry)s it can look only at greater ids than the last whole check saw; a
    rule without looks at everything, and is left out of a partial check unless it is `quick`.
    """

    def __init__(self, query, *, quick=False):
        self.query = query
        self.partial = quick or "%(since_" in query

    def __call__(self, since_entry=0, since_transfer=0):
        adapt = connection.ops.adapt_datetimefield_value
        named = {"since_entry": since_entry, "since_transfer": since_transfer, "alarm": adapt(now() - ALARM)}
        with connection.cursor() as cursor:
            cursor.execute(self.query, named)
            columns = [column[0] for column in cursor.description]
            return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


TRANSFERS_SOUND = Rule("""
SELECT t.id AS transfer, e.key AS entry FROM ledger_transfer t
  LEFT JOIN ledger_entry e ON e.id = t.entry_id
  LEFT JOIN ledger_account d ON d.id = t.debit_id
  LEFT JOIN ledger_account c ON c.id = t.credit_id
 WHERE t.id > %(since_transfer)s AND (t.amount <= 0 OR t.debit_id = t.credit_id OR e.id IS NULL
    OR d.id IS NULL OR c.id IS NULL OR t.unit <> d.unit OR t.unit <> c.unit)""")

UNITS_BALANCE = Rule(
    """
SELECT a.unit FROM ledger_checkpoint k JOIN ledger_account a ON a.id = k.account_id GROUP BY a.unit
HAVING sum(k.debits_posted) <> sum(k.credits_posted) OR sum(k.debits_pending) <> sum(k.credits_pending)""",
    quick=True,
)


def everything(side):
    """The sums over all transfers of one side, by account: read once, however many accounts there are."""
    return f"""
(SELECT t.{side}_id AS account_id, sum({POSTED}) AS posted, sum({PENDING}) AS pending
   FROM ledger_transfer t GROUP BY t.{side}_id) {side}s"""


def differs(side, name, value):
    """Whether what a balance is read from differs from the sum over all transfers."""
    return f"coalesce(k.{side}s_{name}, 0) + {since(side, value)} <> coalesce({side}s.{name}, 0)"


BALANCES_TRUE = Rule(f"""
SELECT a.code AS account FROM ledger_account a
  LEFT JOIN ledger_checkpoint k ON k.account_id = a.id
  LEFT JOIN {everything("debit")} ON debits.account_id = a.id
  LEFT JOIN {everything("credit")} ON credits.account_id = a.id
 WHERE {
    " OR ".join(
        differs(side, name, value)
        for side in ("debit", "credit")
        for name, value in (("posted", POSTED), ("pending", PENDING))
    )
}""")

NOTHING_OVERDRAWN = Rule(
    f"""
SELECT a.code AS account, {AVAILABLE} AS available
  FROM ledger_account a LEFT JOIN ledger_checkpoint k ON k.account_id = a.id
 WHERE a.limited AND {AVAILABLE} < 0""",
    quick=True,
)

PENDING_RESOLVED_ONCE = Rule("""
SELECT r.origin_id AS transfer FROM ledger_transfer r LEFT JOIN ledger_transfer p ON p.id = r.origin_id
 WHERE r.id > %(since_transfer)s AND r.kind IN ('post', 'void')
 GROUP BY r.origin_id, p.kind, p.amount
HAVING count(*) > 1 OR coalesce(p.kind, '') <> 'pending' OR sum(r.hold) <> p.amount OR sum(r.amount) > p.amount""")

NEVER_REVERSED_BEYOND = Rule("""
SELECT r.origin_id AS transfer FROM ledger_transfer r LEFT JOIN ledger_transfer p ON p.id = r.origin_id
 WHERE r.kind = 'reversal'
 GROUP BY r.origin_id, p.kind, p.amount
HAVING coalesce(p.kind, 'void') IN ('pending', 'void') OR sum(r.amount) > p.amount""")

NOTHING_EXPIRED = Rule(
    """
SELECT p.id AS transfer, p.expires_at FROM ledger_transfer p
 WHERE p.expires_at < %(alarm)s
   AND NOT EXISTS (SELECT 1 FROM ledger_transfer r WHERE r.origin_id = p.id AND r.kind IN ('post', 'void'))""",
    quick=True,
)

CHAINS_LINKED = Rule(f"""
SELECT s.book, s.position FROM ledger_seal s
  LEFT JOIN ledger_seal p ON p.book = s.book AND p.position = s.position - 1
 WHERE s.entry_id > %(since_entry)s AND s.previous <> CASE s.position WHEN 1 THEN '{"0" * 64}'
   ELSE coalesce(p.digest, 'missing') END""")

SEALED_IN_TIME = Rule(
    """
SELECT e.key AS entry, e.recorded_at FROM ledger_entry e
 WHERE e.id > coalesce((SELECT sealed_entry FROM ledger_foldmark), 0) AND e.recorded_at < %(alarm)s""",
    quick=True,
)

KEYS_ONCE = Rule("SELECT e.key AS entry FROM ledger_entry e GROUP BY e.key HAVING count(*) > 1")

register_invariant("ledger.I1", TRANSFERS_SOUND, _("Every transfer has two accounts of one unit and an amount"))
register_invariant("ledger.I2", UNITS_BALANCE, _("In every unit, debits and credits are equal"))
register_invariant("ledger.I3", BALANCES_TRUE, _("Every balance is the sum of its transfers"))
register_invariant("ledger.I4", NOTHING_OVERDRAWN, _("No account with a limit is overdrawn"))
register_invariant("ledger.I5", PENDING_RESOLVED_ONCE, _("Money set aside is moved or freed once"))
register_invariant("ledger.I5.reversed", NEVER_REVERSED_BEYOND, _("Nothing is given back beyond what was moved"))
register_invariant("ledger.I5.expired", NOTHING_EXPIRED, _("Nothing stays set aside beyond its time"))
register_invariant("ledger.I6", CHAINS_LINKED, _("Every seal follows the one before it"))
register_invariant("ledger.I6.sealed", SEALED_IN_TIME, _("Every entry is sealed within five minutes"))
register_invariant("ledger.I7", KEYS_ONCE, _("Every event is entered once"))
