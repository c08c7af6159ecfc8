"""What it costs to send goods, and how long it takes: pure arithmetic over rate bands."""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from .models import Service, Zone

COLD_GOODS, FRESH_GOODS, AMBIENT_GOODS = "chilled", "fresh", "ambient"
SERVICES = {
    AMBIENT_GOODS: [Service.PARCEL, Service.EXPRESS],
    FRESH_GOODS: [Service.EXPRESS, Service.COLD],
    COLD_GOODS: [Service.COLD],
}
HOME_ZONES = {Zone.NEAR, Zone.THAILAND}
STAYS_HOME = {FRESH_GOODS, COLD_GOODS}


@dataclass(frozen=True)
class Goods:
    """One line of a consignment, as far as sending it goes."""

    weight_g: int
    quantity: int
    shipping_class: str
    ships_to: tuple
    satang: int


@dataclass(frozen=True)
class Destination:
    """Where to; `postcode` decides within Thailand whether it is near."""

    country: str
    postcode: str = ""


@dataclass(frozen=True)
class Band:
    """A parcel's price up to a weight."""

    service: str
    zone: str
    up_to_g: int
    price: int
    days_min: int
    days_max: int


@dataclass(frozen=True)
class PickUp:
    """A place to fetch the goods."""

    code: str
    name: str
    ready_days: int


@dataclass(frozen=True)
class Terms:
    """One seller's way of sending."""

    sends_from: str
    handling_days: int = 1
    free_over: int | None = None
    bands: tuple = ()
    pick_ups: tuple = field(default=())


@dataclass(frozen=True)
class Option:
    """One way to get the goods; `eta_days` is (soonest, latest), counted from the payment."""

    code: str
    name: str
    satang: int
    eta_days: tuple


def options_for(goods, destination, terms):
    """Every way for one seller's goods to reach a destination, the cheapest delivery first, then pick-up.

    An empty list means that they cannot be sent there at all.
    """
    goods = list(goods)
    if all(line.shipping_class == "digital" for line in goods):
        return [Option("none", _("Nothing to send"), 0, (0, 0))]
    things = [line for line in goods if line.shipping_class != "digital"]
    pick_ups = [
        Option(f"pickup:{place.code}", place.name, 0, (place.ready_days, place.ready_days)) for place in terms.pick_ups
    ]
    return [*sorted(deliveries(things, destination, terms), key=lambda option: option.satang), *pick_ups]


def deliveries(things, destination, terms):
    """The services that may carry all of it together."""
    zone = zone_of(destination, terms.sends_from)
    if zone is None or not may_travel(things, destination, zone):
        return
    weight = sum(line.weight_g * line.quantity for line in things)
    free = terms.free_over is not None and sum(line.satang for line in things) >= terms.free_over
    for service in SERVICES[most_delicate(things)]:
        if found := postage(terms.bands, service, zone, weight):
            price, *days = found
            eta = tuple(terms.handling_days + day for day in days)
            yield Option(str(service), service.label, 0 if free and zone in HOME_ZONES else price, eta)


def zone_of(destination, sends_from):
    """How far it is, or None beyond every zone. Thai postcodes begin with their province."""
    if destination.country != "TH":
        return {"MY": Zone.MALAYSIA, "SG": Zone.SINGAPORE}.get(destination.country)
    is_near = bool(sends_from) and destination.postcode[:2] == sends_from[:2]
    return Zone.NEAR if is_near else Zone.THAILAND


def may_travel(things, destination, zone):
    """Pick-up goods never travel, fresh and chilled ones never cross the border, the rest where its seller sends it."""
    return all(
        line.shipping_class in SERVICES
        and destination.country in line.ships_to
        and (zone in HOME_ZONES or line.shipping_class not in STAYS_HOME)
        for line in things
    )


def most_delicate(things):
    classes = {line.shipping_class for line in things}
    return next(kind for kind in (COLD_GOODS, FRESH_GOODS, AMBIENT_GOODS) if kind in classes)


def postage(bands, service, zone, weight):
    """(satang, fewest days, most days) of one parcel, or of several full ones and a last where it is too heavy for one.

    None where the service does not go to that zone.
    """
    ladder = sorted(
        (band for band in bands if (band.service, band.zone) == (service, zone)), key=lambda band: band.up_to_g
    )
    if not ladder:
        return None
    heaviest = ladder[-1]
    full, rest = divmod(max(weight, 1), heaviest.up_to_g)
    last = next((band for band in ladder if band.up_to_g >= rest), heaviest) if rest else None
    used = [band for band in (heaviest if full else None, last) if band]
    price = full * heaviest.price + (last.price if last else 0)
    return price, max(band.days_min for band in used), max(band.days_max for band in used)
