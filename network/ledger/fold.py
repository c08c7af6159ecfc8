"""Folding: each account's checkpoint takes in the transfers since, so that balances stay quick to read."""

from django.db import connection, transaction

from .models import Checkpoint, FoldMark
from .triggers.amounts import PENDING, POSTED

COLUMNS = ("debits_posted", "credits_posted", "debits_pending", "credits_pending")

FOLD = f"""
INSERT INTO ledger_checkpoint (account_id, upto, {", ".join(COLUMNS)})
SELECT account, %(upto)s, sum(debits), sum(credits), sum(debits_held), sum(credits_held) FROM (
  SELECT t.debit_id AS account, {POSTED} AS debits, 0 AS credits, {PENDING} AS debits_held, 0 AS credits_held
    FROM ledger_transfer t WHERE t.id > %(after)s AND t.id <= %(upto)s
  UNION ALL
  SELECT t.credit_id, 0, {POSTED}, 0, {PENDING}
    FROM ledger_transfer t WHERE t.id > %(after)s AND t.id <= %(upto)s) moved
 GROUP BY account ORDER BY account
ON CONFLICT (account_id) DO UPDATE SET upto = excluded.upto, {
    ", ".join(f"{column} = ledger_checkpoint.{column} + excluded.{column}" for column in COLUMNS)
}"""


@transaction.atomic
def fold(upto):
    """Take the transfers up to that id into the checkpoints.

    The id must lie below the horizon (`horizon.py`): what appeared below a checkpoint later would never count.
    Two at once: one folds.
    """
    mark = FoldMark.objects.select_for_update(skip_locked=True).filter(pk=1).first()
    if mark is None or upto <= mark.folded_transfer:
        return
    with connection.cursor() as cursor:
        cursor.execute(FOLD, {"after": mark.folded_transfer, "upto": upto})
    FoldMark.objects.filter(pk=1).update(folded_transfer=upto)


@transaction.atomic
def rebuild_checkpoints(upto):
    """Throw the checkpoints away and make them anew from the transfers up to that id, again below the horizon."""
    FoldMark.objects.select_for_update().filter(pk=1).update(folded_transfer=0)
    Checkpoint.objects.all().delete()
    fold(upto)
