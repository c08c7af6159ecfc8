"""How many there are of a listing: its capacity pool knows, and nothing else."""

from network.capacity.models import Pool


def pool_of(listing):
    """The pool that buyers of this listing draw from, or None before it was ever counted."""
    return Pool.objects.filter(ref=listing.ref).first()
