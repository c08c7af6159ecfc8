"""What a party owes is the first that its next credits pay."""

from datetime import datetime

from network.ledger.models import Account, Entry, Transfer

from .post import post_entry


def recover_debt(account: Account, *, receivable: str, key: str, happened_at: datetime | None = None) -> Entry | None:
    """Pay what stands in the receivable of that code from a limited account, as far as it goes; once per key.

    Returns the entry, or None where nothing is owed or nothing is there.
    """
    debt = Account.objects.filter(code=receivable).first()
    owed = debt.balance() if debt else 0
    amount = min(owed, account.available()) if owed > 0 else 0
    if debt is None or amount <= 0:
        return None
    transfer = Transfer(debit=account, credit=debt, amount=amount)
    return post_entry(key=key, kind="recovered", transfers=[transfer], happened_at=happened_at)
