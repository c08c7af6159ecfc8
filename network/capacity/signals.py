"""News of scarce things; receivers only promise."""

from django.dispatch import Signal

# refs: the pools of which more or fewer units may be left now. Sent by every action, in its transaction.
pools_changed = Signal()
