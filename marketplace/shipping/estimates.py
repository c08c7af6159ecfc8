"""What a page says about delivery before anybody has given an address: kept for ten minutes, never charged."""

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import get_language, gettext_lazy

from .options import goods_of, terms_of
from .parcels import Destination, deliveries

SECONDS = 600
PLACES = {"TH": gettext_lazy("Thailand"), "MY": gettext_lazy("Malaysia"), "SG": gettext_lazy("Singapore")}


@dataclass(frozen=True)
class Estimate:
    """The cheapest way of one piece to a country, in satang, and its days from payment to door."""

    country: str
    place: str
    satang: int
    soonest: int
    latest: int


@dataclass(frozen=True)
class Place:
    """A pick-up point as a page shows it."""

    name: str
    address: str
    hours: str


def estimates(listing, satang):
    """One for each country that the listing is sent to, Thailand first."""
    goods = [goods_of(listing, quantity=1, satang=satang)]
    found = []
    for country in listing.ships_to:
        ways = list(deliveries(goods, Destination(country), known_terms(listing.owner)))
        if ways:
            cheapest = min(ways, key=lambda way: way.satang)
            found.append(Estimate(country, PLACES[country], cheapest.satang, *cheapest.eta_days))
    return found


def known_terms(seller):
    """A seller's terms without her pick-up points."""
    return cache.get_or_set(_key("terms", seller), lambda: terms_of(seller, with_pick_ups=False), SECONDS)


def known_pick_ups(seller):
    """A seller's open pick-up points in the reader's language."""
    return cache.get_or_set(f"{_key('places', seller)}:{get_language()}", lambda: _read_places(seller), SECONDS)


def forget(seller):
    """To be called when a seller's terms or pick-up points change."""
    cache.delete_many(
        [_key("terms", seller), *(f"{_key('places', seller)}:{code}" for code, _name in settings.LANGUAGES)]
    )


def _key(what, seller):
    return f"shipping:{what}:{seller.public_id}"


def _read_places(seller):
    points = seller.pick_up_points.filter(is_open=True).prefetch_related("texts")
    texts = [point.in_language() for point in points]
    return [Place(text.name, text.address, text.hours) for text in texts if text]
