"""The one way a listing changes its state."""

from django.db import IntegrityError, transaction

from network.cards.actions import refresh_cards
from network.clock import now
from network.words.slugs import slugify

from ..exceptions import WrongState
from ..models import ListingMove, Product
from ..models.listing import MOVES, State

LONGEST_SLUG = 60


@transaction.atomic
def move(listing, state, *, by, at=None, reasons=""):
    """Move a listing on and write down who did it; True if this call did, False if it stood there already.

    The conditional UPDATE lets one of two callers win. Raises WrongState for a move that MOVES does not know.
    """
    listing.refresh_from_db(fields=["state"])
    origin = listing.state
    if origin == state:
        return False
    if state not in MOVES[origin]:
        raise WrongState(listing)
    won = Product.objects.filter(pk=listing.pk, state=origin).update(state=state, is_public=state == State.LIVE)
    listing.refresh_from_db(fields=["state", "is_public"])
    if won:
        ListingMove.objects.create(listing=listing, origin=origin, state=state, by=by, at=at or now(), reasons=reasons)
        refresh_cards(listing.ref)
    return bool(won)


def give_address(listing):
    """A readable address, once: what has been public keeps its links."""
    if listing.slug != listing.public_id:
        return
    readable = slugify(listing.title)[:LONGEST_SLUG].strip("-")
    for slug in (readable, f"{readable}-{listing.public_id}"):
        try:
            with transaction.atomic():
                Product.objects.filter(pk=listing.pk).update(slug=slug)
        except IntegrityError:
            continue
        listing.slug = slug
        return
