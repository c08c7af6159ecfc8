"""What a transfer row adds to an account's sums, as SQL that both databases read."""

# Moved for good.
POSTED = "CASE WHEN t.kind IN ('single','post','reversal') THEN t.amount ELSE 0 END"
# Set aside: a pending row adds, the row that ends it takes the whole away.
PENDING = "CASE t.kind WHEN 'pending' THEN t.amount WHEN 'post' THEN -t.hold WHEN 'void' THEN -t.hold ELSE 0 END"
# Both: what a drain takes out of reach.
TAKEN = "CASE t.kind WHEN 'post' THEN t.amount - t.hold WHEN 'void' THEN -t.hold ELSE t.amount END"


def since(side, value):
    """The sum of a value over the transfers on that side of account `a` since its checkpoint `k`."""
    return (
        f"(SELECT coalesce(sum({value}), 0) FROM ledger_transfer t"
        f" WHERE t.{side}_id = a.id AND t.id > coalesce(k.upto, 0))"
    )


# What may still be taken from account `a` with checkpoint `k` (which may be absent).
AVAILABLE = f"""CASE a.side
  WHEN 'credit' THEN coalesce(k.credits_posted - k.debits_posted - k.debits_pending, 0)
    + {since("credit", POSTED)} - {since("debit", TAKEN)}
  ELSE coalesce(k.debits_posted - k.credits_posted - k.credits_pending, 0)
    + {since("debit", POSTED)} - {since("credit", TAKEN)} END"""
