"""The ways to get one seller's goods, read from the database and reckoned in `parcels`."""

from django.core.cache import cache

from .models import RateBand
from .parcels import Band, Goods, PickUp, Terms, options_for

CACHE_KEY, CACHE_SECONDS = "shipping:default-bands", 600
COLUMNS = ["service", "zone", "up_to_g", "price", "days_min", "days_max"]


def shipping_options(consignment_lines, destination):
    """Options for the lines of one seller, cheapest delivery first; empty when they cannot be sent there.

    Lines have `product`, `quantity` and `satang` (what the line costs). Raises ValueError for lines of several sellers.
    """
    lines = list(consignment_lines)
    sellers = {line.product.owner_id for line in lines}
    if len(sellers) != 1:
        raise ValueError(f"A consignment has one seller, not {len(sellers)}.")
    goods = [goods_of(line.product, quantity=line.quantity, satang=line.satang) for line in lines]
    return options_for(goods, destination, terms_of(lines[0].product.owner))


def goods_of(listing, *, quantity, satang):
    return Goods(
        weight_g=listing.weight_g,
        quantity=quantity,
        shipping_class=listing.shipping_class,
        ships_to=tuple(listing.ships_to),
        satang=satang,
    )


def terms_of(seller, *, with_pick_ups=True):
    """A seller's terms: her own bands for each service she has any for, the network's for the others."""
    own = bands_of(seller)
    services = {band.service for band in own}
    bands = (*own, *(band for band in default_bands() if band.service not in services))
    return Terms(
        sends_from=seller.sends_from,
        handling_days=seller.handling_days,
        free_over=seller.free_over,
        bands=bands,
        pick_ups=tuple(pick_ups_of(seller)) if with_pick_ups else (),
    )


def pick_ups_of(seller):
    points = seller.pick_up_points.filter(is_open=True).prefetch_related("texts")
    return [PickUp(point.public_id, point.in_language().name, point.ready_days) for point in points]


def bands_of(seller):
    return tuple(Band(*row) for row in RateBand.objects.filter(seller=seller).values_list(*COLUMNS))


def default_bands():
    """The network's own rates; kept for ten minutes, for every product page asks for them."""
    return cache.get_or_set(CACHE_KEY, lambda: bands_of(None), CACHE_SECONDS)
