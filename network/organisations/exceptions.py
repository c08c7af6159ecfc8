"""What can be in the way of joining and of helping; nothing was changed."""


class InvitationEnded(Exception):
    """It cannot be accepted any more; `reason` is "accepted", "expired", "withdrawn", "powerless" or "unknown".

    `invitation` is the one, or None for a token that is none.
    """

    def __init__(self, reason, invitation=None):
        super().__init__(reason)
        self.reason, self.invitation = reason, invitation


class HelperCannotOwn(Exception):
    """Who helps there as a delegate hands the shop over, and does not keep it."""


class StandInRefused(Exception):
    """Only a coordinator stands in, and only where nobody answers for the organisation yet."""


class CannotHandOver(Exception):
    """`reason` is "nobody" (no contact is known), "herself" (she gets in without help) or "uninvited"."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason
