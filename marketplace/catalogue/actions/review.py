"""From a draft into the shop: a seller's first listing is read by a reviewer, after that only what claims something."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from ..exceptions import Incomplete
from ..models import ListingMove
from ..models.listing import GOODS, ShippingClass, State
from ..signals import listing_approved, listing_refused
from ..stock import pool_of
from .doors import note_deed, require_reviewer, require_seller, require_state
from .moves import give_address, move

WEIGHED = [ShippingClass.AMBIENT, ShippingClass.FRESH, ShippingClass.CHILLED]


@transaction.atomic
def submit_listing(listing, *, by, at=None):
    """Hand a draft in: a trusted seller's that claims nothing goes live at once, any other waits for a reviewer.

    What was refused is always read again. Twice is once. Raises NotYours, WrongState, Incomplete.
    """
    require_seller(listing.owner, by)
    require_state(listing, State.DRAFT, State.REFUSED, State.WAITING, State.LIVE)
    if listing.state in (State.WAITING, State.LIVE):
        return listing
    require_complete(listing)
    goes_live = goes_live_at_once(listing)
    if move(listing, State.LIVE if goes_live else State.WAITING, by=by, at=at) and goes_live:
        give_address(listing)
    note_deed(listing, by, gettext_noop("handed in a listing"), at=at)
    return listing


def withdraw_listing(listing, *, by, at=None):
    """Take it back from the reviewers to change it. Raises NotYours, WrongState."""
    require_seller(listing.owner, by)
    move(listing, State.DRAFT, by=by, at=at)
    return listing


@transaction.atomic
def approve_listing(listing, *, by, at=None):
    """Put a listing that waited into the shop; approving twice is once. Raises NotYours, WrongState."""
    require_reviewer(by)
    require_state(listing, State.WAITING, State.LIVE)
    if move(listing, State.LIVE, by=by, at=at):
        give_address(listing)
        listing_approved.send(type(listing), listing=listing)
    return listing


@transaction.atomic
def refuse_listing(listing, *, by, reasons, at=None):
    """Give a listing back, or take a live one out of the shop; its seller is told why.

    Raises NotYours, WrongState, ValidationError without reasons.
    """
    require_reviewer(by)
    if not reasons.strip():
        raise ValidationError({"reasons": _("Please say what should be changed.")})
    if move(listing, State.REFUSED, by=by, at=at, reasons=reasons.strip()):
        listing_refused.send(type(listing), listing=listing)
    return listing


def goes_live_at_once(listing):
    """Is there nothing that a reviewer reads first: neither the seller's first goods, nor a claim, nor what was refused?"""
    makes_claims = listing.texts.exclude(claims="").exists()
    return listing.state == State.DRAFT and is_trusted(listing.owner) and not makes_claims


def is_trusted(seller):
    """Has a reviewer ever approved something of hers?"""
    return ListingMove.objects.filter(listing__owner=seller, origin=State.WAITING, state=State.LIVE).exists()


def require_complete(listing):
    """Raises Incomplete with everything that is still missing, in the words of the form."""
    missing = {field: message for field, is_missing, message in _needs(listing) if is_missing}
    if missing:
        raise Incomplete(missing)


def _needs(listing):
    text = listing.in_language("th")
    weighs = listing.shipping_class in WEIGHED
    yield "photo", not listing.images.exists(), _("Please add a photo.")
    yield "title", text is None or not text.title, _("Please give it a name.")
    yield "price", not listing.stockrecords.filter(price__isnull=False).exists(), _("Please set a price.")
    yield "weight_g", weighs and not listing.weight_g, _("Please say how much it weighs.")
    yield "ships_to", weighs and not listing.ships_to, _("Please say where you send it.")
    yield "left", listing.kind == GOODS and pool_of(listing) is None, _("Please say how many you have.")
