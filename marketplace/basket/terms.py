"""How many sellers send and hand over, read together: three queries however many there are."""

from dataclasses import dataclass

from django.db.models import Q

from marketplace.partner.models import PickUpPoint
from marketplace.shipping.models import RateBand
from marketplace.shipping.parcels import Band, PickUp, Terms

COLUMNS = ["seller", "service", "zone", "up_to_g", "price", "days_min", "days_max"]


@dataclass(frozen=True)
class SellerTerms:
    """One seller's terms of sending, and her pick-up points by public id."""

    terms: Terms
    points: dict


def terms_of_sellers(sellers):
    """{seller pk: SellerTerms}; a seller's own bands of a service replace the network's."""
    bands, points = read_bands(sellers), read_points(sellers)
    return {seller.pk: put_together(seller, bands, points.get(seller.pk, {})) for seller in sellers}


def read_bands(sellers):
    """{seller pk or None: bands}"""
    found = {}
    wanted = RateBand.objects.filter(Q(seller=None) | Q(seller__in=sellers))
    for seller, *values in wanted.values_list(*COLUMNS):
        found.setdefault(seller, []).append(Band(*values))
    return found


def read_points(sellers):
    """{seller pk: {public id: open pick-up point}}"""
    found = {}
    for point in PickUpPoint.objects.filter(seller__in=sellers, is_open=True).prefetch_related("texts"):
        found.setdefault(point.seller_id, {})[point.public_id] = point
    return found


def put_together(seller, bands, points):
    own = bands.get(seller.pk, [])
    services = {band.service for band in own}
    pick_ups = tuple(PickUp(code, point.in_language().name, point.ready_days) for code, point in points.items())
    terms = Terms(
        sends_from=seller.sends_from,
        handling_days=seller.handling_days,
        free_over=seller.free_over,
        bands=(*own, *(band for band in bands.get(None, []) if band.service not in services)),
        pick_ups=pick_ups,
    )
    return SellerTerms(terms, points)
