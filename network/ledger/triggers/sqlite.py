"""SQLite's triggers. They judge each row as it is written, within the statement and its transaction."""

from .amounts import AVAILABLE


def refuse(moment, table, reason):
    return f"{moment} ON {table} BEGIN SELECT RAISE(ABORT, 'ledger: {reason}'); END"


def never_replaced(table, same):
    """INSERT OR REPLACE deletes without firing delete triggers; so a clash is refused before it."""
    return (
        f"BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} o WHERE {same})"
        f" BEGIN SELECT RAISE(ABORT, 'ledger: UNIQUE: a row of {table} is never replaced'); END"
    )


FROZEN = ["ledger_entry", "ledger_transfer", "ledger_seal"]

JUDGE = f"""AFTER INSERT ON ledger_transfer BEGIN
  SELECT RAISE(ABORT, 'ledger: whole numbers only')
   WHERE typeof(NEW.amount) <> 'integer' OR typeof(NEW.hold) <> 'integer';
  SELECT RAISE(ABORT, 'ledger: the unit differs from its accounts')
   WHERE NEW.unit IS NOT (SELECT unit FROM ledger_account WHERE id = NEW.debit_id)
      OR NEW.unit IS NOT (SELECT unit FROM ledger_account WHERE id = NEW.credit_id);
  SELECT RAISE(ABORT, 'ledger: not one of its entry''s transfers')
   WHERE NOT EXISTS (SELECT 1 FROM ledger_entry WHERE id = NEW.entry_id AND NEW.n BETWEEN 1 AND size);
  SELECT RAISE(ABORT, 'ledger: it ends no such pending transfer')
   WHERE NEW.kind IN ('post', 'void') AND NOT EXISTS (SELECT 1 FROM ledger_transfer p
     WHERE p.id = NEW.origin_id AND p.kind = 'pending' AND p.unit = NEW.unit AND p.amount = NEW.hold
       AND p.debit_id = NEW.debit_id AND p.credit_id = NEW.credit_id);
  SELECT RAISE(ABORT, 'ledger: it reverses more than was moved')
   WHERE NEW.kind = 'reversal' AND NOT EXISTS (SELECT 1 FROM ledger_transfer p
     WHERE p.id = NEW.origin_id AND p.kind IN ('single', 'post', 'reversal') AND p.unit = NEW.unit
       AND p.debit_id = NEW.credit_id AND p.credit_id = NEW.debit_id AND p.amount >=
         (SELECT sum(r.amount) FROM ledger_transfer r WHERE r.origin_id = p.id AND r.kind = 'reversal'));
  SELECT RAISE(ABORT, 'ledger: a limited account would be overdrawn')
    FROM ledger_account a LEFT JOIN ledger_checkpoint k ON k.account_id = a.id
   WHERE NEW.kind IN ('single', 'pending', 'reversal') AND a.limited
     AND ((a.id = NEW.debit_id AND a.side = 'credit') OR (a.id = NEW.credit_id AND a.side = 'debit'))
     AND {AVAILABLE} < 0;
END"""

TRIGGERS = {
    **{
        f"{table}_no_{verb.lower()}": refuse(f"BEFORE {verb}", table, f"{verb.lower()} of {table} is refused")
        for table in FROZEN
        for verb in ("UPDATE", "DELETE")
    },
    "ledger_account_no_delete": refuse("BEFORE DELETE", "ledger_account", "delete of ledger_account is refused"),
    "ledger_account_frozen": refuse(
        "BEFORE UPDATE OF id, code, unit, side, limited, book",
        "ledger_account",
        "an account keeps its code, unit, side, limit and book",
    ),
    "ledger_account_no_replace": never_replaced("ledger_account", "o.id = NEW.id OR o.code = NEW.code"),
    "ledger_entry_no_replace": never_replaced("ledger_entry", "o.id = NEW.id OR o.key = NEW.key"),
    "ledger_transfer_no_replace": never_replaced(
        "ledger_transfer",
        "o.id = NEW.id OR (o.entry_id = NEW.entry_id AND o.n = NEW.n)"
        " OR (o.origin_id = NEW.origin_id AND o.kind IN ('post', 'void') AND NEW.kind IN ('post', 'void'))",
    ),
    "ledger_seal_no_replace": never_replaced(
        "ledger_seal",
        "o.id = NEW.id OR (o.book = NEW.book AND o.position = NEW.position)"
        " OR (o.entry_id = NEW.entry_id AND o.book = NEW.book)",
    ),
    "ledger_privatenote_no_update": refuse(
        "BEFORE UPDATE", "ledger_privatenote", "a private note is kept or erased, never changed"
    ),
    "ledger_privatenote_no_replace": never_replaced("ledger_privatenote", "o.entry_id = NEW.entry_id"),
    "ledger_transfer_judge": JUDGE,
}


def statement(name):
    return f"CREATE TRIGGER {name} {TRIGGERS[name]}"


def installing():
    return [statement(name) for name in TRIGGERS]


def lifting():
    return [f"DROP TRIGGER IF EXISTS {name}" for name in TRIGGERS]


def missing(cursor):
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    have = dict(cursor.fetchall())
    return [name for name in TRIGGERS if have.get(name) != statement(name)]
