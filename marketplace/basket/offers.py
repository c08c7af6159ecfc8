"""Oscar's offers on a basket, asked for only when there are any."""

from django.core.cache import cache
from oscar.apps.offer.applicator import Applicator

from marketplace.offer.models import ConditionalOffer

CACHE_KEY, CACHE_SECONDS = "offers:any", 60


def apply_offers(basket, user, request=None, *, anew=False):
    """Write the discounts of today's offers onto the basket's lines; `anew` trusts no memory of there being none."""
    if basket.pk is None:
        return
    any_offer = ConditionalOffer.active.exists if anew else remembered
    if any_offer():
        Applicator().apply(basket, user, request)


def remembered():
    return cache.get_or_set(CACHE_KEY, ConditionalOffer.active.exists, CACHE_SECONDS)
