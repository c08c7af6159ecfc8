"""What is left of a listing: asked of its capacity pool, holds that have ended counted as free."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from oscar.apps.partner.availability import Available, Base

from network.capacity.models import Pool
from network.clock import now


def units_left(refs, *, at=None):
    """{ref: units that could be taken now}; a ref without a pool is missing. Never below zero."""
    pools = Pool.objects.filter(ref__in=list(refs)).with_left(at or now())
    return dict(pools.values_list("ref", "left_now"))


def load_left(listings, *, at=None):
    """Ask once for all these listings, before their availability is asked one by one."""
    listings = list(listings)
    left = units_left((listing.ref for listing in listings), at=at)
    for listing in listings:
        listing.left = left.get(listing.ref, 0)


def availability_of(listing):
    """Oscar's policy for a listing that is for sale."""
    if listing.kind == "digital":
        return Available()
    if not hasattr(listing, "left"):
        load_left([listing])
    return InPool(listing.left)


class InPool(Base):
    """So many are left; taking them is another matter (`network.capacity.actions.take`), for others look too."""

    def __init__(self, left):
        self.num_available = left

    @property
    def code(self):
        return "instock" if self.num_available > 0 else "outofstock"

    @property
    def message(self):
        return _("In stock") if self.num_available > 0 else _("Sold out")

    def is_purchase_permitted(self, quantity):
        """(may it be, why not)"""
        if self.num_available <= 0:
            return False, _("This is sold out.")
        if quantity > self.num_available:
            only = ngettext("Only %(left)d is left.", "Only %(left)d are left.", self.num_available)
            return False, only % {"left": self.num_available}
        return True, ""
