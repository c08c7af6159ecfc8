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

    def describe(self, refs, language):
        """{ref: one line that says what is paid for}, in as many questions for many as for one."""

    def judges(self, part):
        """The organisation whose steward confirms a slip for this, or None for the network's treasurer."""


payables: dict[str, Payable] = {}


def register_payable(kind, payable):
    payables[kind] = payable


def payable_of(part):
    return payables[part.kind]


def described(parts, language):
    """[(part, what it pays for)] in that language, in the order given."""
    parts, lines = list(parts), {}
    for kind in {part.kind for part in parts}:
        lines |= payables[kind].describe([part.ref for part in parts if part.kind == kind], language)
    return [(part, lines[part.ref]) for part in parts]
