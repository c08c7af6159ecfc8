from .attempt import AttemptPart, PaymentAttempt
from .event import ProviderEvent
from .holder import HolderAccount
from .payout import Payout
from .payout_account import PayoutAccount
from .refund import Refund
from .slip import Slip

__all__ = [
    "AttemptPart",
    "HolderAccount",
    "PaymentAttempt",
    "Payout",
    "PayoutAccount",
    "ProviderEvent",
    "Refund",
    "Slip",
]
