"""What can be paid for. Rooms above register their kinds; payments never learn what an order or a pledge is."""

from typing import Protocol


class Payable(Protocol):
    """How a room takes part in a payment. Every method gets an `AttemptPart` and runs in the caller's transaction."""

    def fulfil(self, part, *, paid_from, at):
        """Move the part's money on from the ledger account `paid_from`, and start what was paid for.

        Raises CannotFulfil when there is nothing left to deliver; the part is then refunded.
        """

    def extend(self, part, *, until):
        """Keep what is held for the part until then (UTC)."""

    def release(self, part):
        """The attempt ended without money: give back what was held. May be called twice."""

    def unwind(self, part, *, amount, refund_key, at):
        """Undo what fulfilling did, for `amount` satang; returns the ledger account that the refund is paid from."""

    def describe(self, part, language):
        """One line for the payer: what this part pays for."""

    def judges(self, part):
        """The organisation whose steward confirms a slip for this, or None for the network's treasurer."""


payables: dict[str, Payable] = {}


def register_payable(kind, payable):
    payables[kind] = payable


def payable_of(part):
    return payables[part.kind]
