"""What the books refuse."""


class LedgerError(Exception):
    """The books refuse; nothing was written, and a surrounding transaction must roll back."""


class KeyReused(LedgerError):
    """The key already names an entry of other content."""


class Overdrawn(LedgerError):
    """A limited account holds less than the entry takes, pending amounts counted."""


class NotReversible(LedgerError):
    """More would be given back than the transfer moved."""


class AlreadyResolved(LedgerError):
    """The pending transfer was posted or voided before."""


class AccountDiffers(LedgerError):
    """The code already names an account of another unit, side, limit or book."""


class EntryChanged(LedgerError):
    """The rows no longer say what was written: somebody went round the books."""
