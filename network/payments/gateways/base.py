"""The interface that every way to pay fulfils."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from django.utils.functional import Promise

if TYPE_CHECKING:
    from network.payments.models import HolderAccount, PaymentAttempt, Refund


class State(Enum):
    """What a provider says about an attempt."""

    WAITING = "waiting"
    PROCESSING = "processing"  # the payer has done her part, her bank has not spoken yet
    PAID = "paid"
    FAILED = "failed"
    EXPIRED = "expired"


@dataclass(frozen=True)
class Outcome:
    """A provider's present word: how it stands, and what came, in satang."""

    state: State
    amount: int = 0
    currency: str = "THB"
    payment: str = ""
    fee: int = 0


@dataclass(frozen=True)
class RefundOutcome:
    """A provider's present word about a refund; `status` is a Refund.Status."""

    status: str
    provider_ref: str = ""


class Gateway:
    """A way to pay. Methods that speak to a provider are never called inside a transaction."""

    code: ClassVar[str]
    title: ClassVar[str | Promise]
    line: ClassVar[str | Promise]
    icon: ClassVar[str]
    # What is held outlives the payment's own clock.
    hold = timedelta(minutes=35)
    sends_refunds = False
    by_slip = False

    def serves(self, holder: "HolderAccount") -> bool:
        """Whether this holder account can be paid this way."""
        raise NotImplementedError

    def begin(self, attempt: "PaymentAttempt", return_url: str, cancel_url: str) -> tuple[str, str]:
        """Open the payment at the provider, idempotently; returns (provider reference, address to send the payer to)."""
        return "", ""

    def find(self, attempt: "PaymentAttempt") -> tuple[str, str] | None:
        """What an earlier call opened whose answer we never saw: (provider reference, address), or None."""
        return None

    def look(self, attempt: "PaymentAttempt") -> Outcome:
        """Ask the provider how the attempt stands now."""
        return Outcome(State.WAITING)

    def close(self, attempt: "PaymentAttempt") -> None:
        """Let the provider take no payment for this any more."""

    def refund(self, refund: "Refund") -> RefundOutcome:
        """Send money back; only where `sends_refunds`."""
        raise NotImplementedError

    def cash_account(self, attempt: "PaymentAttempt") -> tuple[str, str]:
        """(code, title) of the ledger account where this gateway's money lies."""
        return f"cash:{self.code}:{attempt.holder.public_id}", f"{attempt.holder.legal_name}: {self.code}"
