"""The order of an entry's transfers."""


def drained(transfer):
    """The pk of the limited account that a transfer takes from, or None."""
    if transfer.debit.limited and transfer.debit.side == "credit":
        return transfer.debit.pk
    if transfer.credit.limited and transfer.credit.side == "debit":
        return transfer.credit.pk
    return None


def filled(transfer):
    """The pks of the accounts that a transfer adds to."""
    added = {transfer.credit.pk} if transfer.credit.side == "credit" else set()
    return added | ({transfer.debit.pk} if transfer.debit.side == "debit" else set())


def inflows_first(transfers):
    """Put what fills an account before what drains it, else keep the given order.

    SQLite judges row by row: an entry that passes money through a limited account would be refused half-way.
    Money in a circle stays as given.
    """
    waiting, ordered = list(transfers), []
    while waiting:
        free = (t for t in waiting if not any(drained(t) in filled(other) for other in waiting if other is not t))
        following = next(free, waiting[0])
        waiting.remove(following)
        ordered.append(following)
    return ordered
