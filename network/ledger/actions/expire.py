"""Freeing what was set aside for a time that is over."""

from network.ledger.models import Transfer

from .hold import void_pending


def expire_hold(key):
    """Void the pending transfer of the entry of that key, unless it was posted or voided; returns whether it was."""
    pending = Transfer.objects.select_related("entry", "debit", "credit").get(entry__key=key)
    if pending.outcomes.exists():
        return False
    void_pending(pending, key=f"{key}:expired", kind=pending.entry.kind)
    return True
