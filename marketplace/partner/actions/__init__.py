"""What sellers do with their shops as a whole."""

from .holidays import close_shop, end_ended_holidays, reopen_shop
from .shops import open_shop

__all__ = ["close_shop", "end_ended_holidays", "open_shop", "reopen_shop"]
