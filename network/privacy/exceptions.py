"""What may stand in the way."""


class StillOpen(Exception):
    """Something must be ended first; `reasons` says what, in words for her."""

    def __init__(self, reasons):
        super().__init__(reasons)
        self.reasons = reasons


class NothingWaits(Exception):
    """It was taken back, or done, already."""
