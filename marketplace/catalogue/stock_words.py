"""How a page says how many there are: never a number below zero, no number where there are plenty."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

FEW = 5
MOST_AT_ONCE = 99


@dataclass(frozen=True)
class Stock:
    """`kind` is plenty, few or gone; `most` is what may be put into the basket at once."""

    kind: str
    icon: str
    words: str
    most: int


def stock_of(left):
    """`left` is None for what never runs out."""
    if left is None:
        return Stock("plenty", "success", _("Ready"), MOST_AT_ONCE)
    if left <= 0:
        return Stock("gone", "stop", _("Sold out"), 0)
    if left <= FEW:
        return Stock("few", "waiting", ngettext("%(left)d left", "%(left)d left", left) % {"left": left}, left)
    return Stock("plenty", "success", _("In stock"), min(left, MOST_AT_ONCE))
