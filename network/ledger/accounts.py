"""Opening accounts. An account never changes afterwards: its code, unit, side, limit and book are frozen."""

import re

from .exceptions import AccountDiffers
from .models import Account

# Codes and keys are published: refs of public ids, never a name, an address or a number to call.
OPAQUE = re.compile(r"[A-Za-z0-9][A-Za-z0-9:._/-]*")


def demand_opaque(text: str) -> str:
    """Raise ValueError for what may not stand in a published code or key."""
    if not OPAQUE.fullmatch(text):
        raise ValueError(f"Not an opaque reference: {text!r}")
    return text


def open_account(
    code: str,
    *,
    unit: str = "THB",
    side: str = "credit",
    limited: bool = False,
    book: str = "market",
    title: str = "",
) -> Account:
    """The account of that code, opened now unless it stands already.

    Raises AccountDiffers if it stands with another unit, side, limit or book, and ValueError for a code that
    is not an opaque reference.
    """
    shape = {"unit": unit, "side": side, "limited": limited, "book": demand_opaque(book)}
    account, _created = Account.objects.get_or_create(code=demand_opaque(code), defaults={**shape, "title": title})
    if any(getattr(account, name) != value for name, value in shape.items()):
        raise AccountDiffers(f"{code} stands with another unit, side, limit or book")
    return account
