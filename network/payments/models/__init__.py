from .attempt import AttemptPart, PaymentAttempt
from .event import ProviderEvent
from .holder import HolderAccount
from .refund import Refund
from .slip import Slip

__all__ = ["AttemptPart", "HolderAccount", "PaymentAttempt", "ProviderEvent", "Refund", "Slip"]
