"""Writing in the books."""

from network.ledger.models import Transfer

from .erase import erase_private
from .hold import hold_transfer, post_pending, void_pending
from .post import post_entry
from .recover import recover_debt
from .reverse import reverse_entry

__all__ = [
    "Transfer",
    "erase_private",
    "hold_transfer",
    "post_entry",
    "post_pending",
    "recover_debt",
    "reverse_entry",
    "void_pending",
]
