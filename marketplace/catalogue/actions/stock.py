"""What a seller counts on her shelf."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from network.capacity.actions import open_pool, set_left

from .doors import note_deed, require_seller

MOST = 1_000_000


@transaction.atomic
def change_stock(listing, *, left, by, at=None):
    """Say how many may still be sold; what buyers hold or have bought stays theirs, whatever is said.

    Raises NotYours, ValidationError.
    """
    require_seller(listing.owner, by)
    if not isinstance(left, int) or not 0 <= left <= MOST:
        raise ValidationError({"left": _("Please give a number between 0 and 1,000,000.")})
    set_left(open_pool(listing.ref, left), left, at=at)
    note_deed(listing, by, gettext_noop("counted the stock"), at=at)
