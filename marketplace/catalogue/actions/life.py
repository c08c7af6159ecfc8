"""A live listing's rest and return."""

from django.utils.translation import gettext_noop

from ..models.listing import State
from .doors import note_deed, require_seller, require_state
from .moves import move


def pause_listing(listing, *, by, at=None):
    """Take it off the shelf for a while; its address and its words stay. Raises NotYours, WrongState."""
    require_seller(listing.owner, by)
    if move(listing, State.PAUSED, by=by, at=at):
        note_deed(listing, by, gettext_noop("paused a listing"), at=at)
    return listing


def resume_listing(listing, *, by, at=None):
    """Put a paused listing back, which needs no second review. Raises NotYours, WrongState."""
    require_seller(listing.owner, by)
    require_state(listing, State.PAUSED, State.LIVE)
    if move(listing, State.LIVE, by=by, at=at):
        note_deed(listing, by, gettext_noop("put a listing back"), at=at)
    return listing
