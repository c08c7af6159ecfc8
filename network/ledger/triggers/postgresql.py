"""PostgreSQL's functions and triggers. A statement's rows are judged once all of them are written."""

from .amounts import AVAILABLE

# Which of an account and a transfer mean that the transfer drains the account.
DRAINS = "a.limited AND ((a.id = {t}.debit_id AND a.side = 'credit') OR (a.id = {t}.credit_id AND a.side = 'debit'))"

REFUSE = """
BEGIN
  RAISE EXCEPTION 'ledger: % of % is refused', lower(TG_OP), TG_TABLE_NAME USING ERRCODE = '23514';
END"""

# Takes the transaction's id before any row id is drawn: the sealer's horizon rests on that order.
TAKE_XID = """
BEGIN
  PERFORM pg_current_xact_id();
  RETURN NULL;
END"""

KEEP_ACCOUNT = """
BEGIN
  IF (OLD.id, OLD.code, OLD.unit, OLD.side, OLD.limited, OLD.book)
     IS DISTINCT FROM (NEW.id, NEW.code, NEW.unit, NEW.side, NEW.limited, NEW.book) THEN
    RAISE EXCEPTION 'ledger: an account keeps its code, unit, side, limit and book' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END"""

# Sums are right only if they see what others committed while this one waited: hence READ COMMITTED.
# FOR NO KEY UPDATE in the order of ids: FOR UPDATE here deadlocks with the inserts of others.
JUDGE = f"""
DECLARE
  same_unit int;
  drains bool;
  size_of_entry int;
  origin ledger_transfer;
  short record;
BEGIN
  SELECT count(*) FILTER (WHERE a.unit = NEW.unit), bool_or({DRAINS.format(t="NEW")}) INTO same_unit, drains
    FROM ledger_account a WHERE a.id IN (NEW.debit_id, NEW.credit_id);
  IF same_unit <> 2 THEN
    RAISE EXCEPTION 'ledger: the unit differs from its accounts' USING ERRCODE = '23514';
  END IF;
  SELECT size INTO size_of_entry FROM ledger_entry WHERE id = NEW.entry_id;
  IF size_of_entry IS NULL OR NEW.n NOT BETWEEN 1 AND size_of_entry THEN
    RAISE EXCEPTION 'ledger: not one of its entry''s transfers' USING ERRCODE = '23514';
  END IF;
  IF NEW.kind IN ('post', 'void') THEN
    SELECT * INTO origin FROM ledger_transfer WHERE id = NEW.origin_id;
    IF origin.kind IS DISTINCT FROM 'pending' OR (origin.debit_id, origin.credit_id, origin.unit, origin.amount)
       IS DISTINCT FROM (NEW.debit_id, NEW.credit_id, NEW.unit, NEW.hold) THEN
      RAISE EXCEPTION 'ledger: it ends no such pending transfer' USING ERRCODE = '23514';
    END IF;
    RETURN NULL;
  END IF;
  IF NEW.kind = 'reversal' THEN
    PERFORM ledger_demand_read_committed();
    PERFORM 1 FROM ledger_transfer p WHERE p.id IN
      (SELECT t.origin_id FROM ledger_transfer t WHERE t.entry_id = NEW.entry_id AND t.kind = 'reversal')
      ORDER BY p.id FOR NO KEY UPDATE;
    SELECT * INTO origin FROM ledger_transfer WHERE id = NEW.origin_id;
    IF origin.kind IS NULL OR origin.kind IN ('pending', 'void') OR (origin.debit_id, origin.credit_id, origin.unit)
       IS DISTINCT FROM (NEW.credit_id, NEW.debit_id, NEW.unit) OR origin.amount <
       (SELECT sum(t.amount) FROM ledger_transfer t WHERE t.origin_id = origin.id AND t.kind = 'reversal') THEN
      RAISE EXCEPTION 'ledger: it reverses more than was moved' USING ERRCODE = '23514';
    END IF;
  END IF;
  IF NOT drains THEN
    RETURN NULL;
  END IF;
  PERFORM ledger_demand_read_committed();
  PERFORM 1 FROM ledger_account a WHERE a.id IN
    (SELECT a.id FROM ledger_transfer t JOIN ledger_account a ON a.id IN (t.debit_id, t.credit_id)
      WHERE t.entry_id = NEW.entry_id AND t.kind IN ('single', 'pending', 'reversal') AND {DRAINS.format(t="t")})
    ORDER BY a.id FOR NO KEY UPDATE;
  SELECT a.code, {AVAILABLE} AS available INTO short
    FROM ledger_account a LEFT JOIN ledger_checkpoint k ON k.account_id = a.id
   WHERE a.id IN (NEW.debit_id, NEW.credit_id) AND {DRAINS.format(t="NEW")} AND {AVAILABLE} < 0 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'ledger: a limited account would be overdrawn: % by %', short.code, -short.available
      USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END"""

DEMAND_READ_COMMITTED = """
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'ledger: drained and reversed under READ COMMITTED only' USING ERRCODE = '23514';
  END IF;
END"""

# One entry in one round trip; the answer is the entry's id and its transfers', or NULL when the key exists.
POST = """
DECLARE
  new_entry int8;
  ids int8[];
BEGIN
  INSERT INTO ledger_entry (key, kind, day, happened_at, recorded_at, size, private_digest, digest)
  VALUES (p_key, p_kind, p_day, p_happened, p_recorded, cardinality(p_amount), p_private_digest, p_digest)
  ON CONFLICT (key) DO NOTHING RETURNING id INTO new_entry;
  IF new_entry IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO ledger_privatenote (entry_id, salt, facts) VALUES (new_entry, p_salt, p_facts);
  WITH written AS (
    INSERT INTO ledger_transfer (entry_id, n, kind, unit, debit_id, credit_id, amount, hold, origin_id, expires_at)
    SELECT new_entry, n, kind, unit, debit, credit, amount, hold, origin, expires
      FROM unnest(p_kinds, p_units, p_debit, p_credit, p_amount, p_hold, p_origin, p_expires)
        WITH ORDINALITY AS x(kind, unit, debit, credit, amount, hold, origin, expires, n) ORDER BY n
    RETURNING id, n)
  SELECT array_agg(id ORDER BY n) INTO ids FROM written;
  RETURN new_entry || ids;
END"""

POST_PARAMETERS = (
    "p_key text, p_kind text, p_day date, p_happened timestamptz, p_recorded timestamptz, p_private_digest text,"
    " p_digest text, p_salt text, p_facts text, p_kinds text[], p_units text[], p_debit int8[], p_credit int8[],"
    " p_amount int8[], p_hold int8[], p_origin int8[], p_expires timestamptz[]"
)

FUNCTIONS = {
    "ledger_refuse": ("() RETURNS trigger", REFUSE),
    "ledger_take_xid": ("() RETURNS trigger", TAKE_XID),
    "ledger_keep_account": ("() RETURNS trigger", KEEP_ACCOUNT),
    "ledger_demand_read_committed": ("() RETURNS void", DEMAND_READ_COMMITTED),
    "ledger_judge": ("() RETURNS trigger", JUDGE),
    "ledger_post": (f"({POST_PARAMETERS}) RETURNS int8[]", POST),
}

FROZEN = ["ledger_entry", "ledger_transfer", "ledger_seal"]
KEPT = [*FROZEN, "ledger_account", "ledger_privatenote"]

TRIGGERS = {
    **{f"{table}_frozen": (table, "BEFORE UPDATE OR DELETE", "ROW", "ledger_refuse") for table in FROZEN},
    **{f"{table}_no_truncate": (table, "BEFORE TRUNCATE", "STATEMENT", "ledger_refuse") for table in KEPT},
    **{
        f"{table}_takes_xid": (table, "BEFORE INSERT", "STATEMENT", "ledger_take_xid")
        for table in ("ledger_entry", "ledger_transfer")
    },
    "ledger_account_frozen": ("ledger_account", "BEFORE UPDATE", "ROW", "ledger_keep_account"),
    "ledger_account_no_delete": ("ledger_account", "BEFORE DELETE", "ROW", "ledger_refuse"),
    "ledger_privatenote_no_update": ("ledger_privatenote", "BEFORE UPDATE", "ROW", "ledger_refuse"),
    "ledger_transfer_judge": ("ledger_transfer", "AFTER INSERT", "ROW", "ledger_judge"),
}


def installing():
    for name, (signature, body) in FUNCTIONS.items():
        yield f"CREATE OR REPLACE FUNCTION {name}{signature} LANGUAGE plpgsql AS $ledger${body}$ledger$"
    for name, (table, moment, level, function) in TRIGGERS.items():
        yield f"CREATE TRIGGER {name} {moment} ON {table} FOR EACH {level} EXECUTE FUNCTION {function}()"


def lifting():
    yield from (f"DROP TRIGGER IF EXISTS {name} ON {table}" for name, (table, *_) in TRIGGERS.items())
    yield from (f"DROP FUNCTION IF EXISTS {name}" for name in FUNCTIONS)


def missing(cursor):
    cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'")
    triggers = {name for (name,) in cursor.fetchall()}
    cursor.execute("SELECT proname, prosrc FROM pg_proc WHERE proname = ANY(%s)", [list(FUNCTIONS)])
    functions = dict(cursor.fetchall())
    return [
        *(name for name in TRIGGERS if name not in triggers),
        *(name for name, (_, body) in FUNCTIONS.items() if functions.get(name) != body),
    ]
