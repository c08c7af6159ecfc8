"""What a basket costs, seller by seller: the one reckoning behind basket page, checkout and order. Amounts in satang."""

from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from marketplace.shipping.options import goods_of
from marketplace.shipping.parcels import Option, options_for
from network.words.dates import thai_date
from network.words.money import satang_from_decimal

from .actions import units_left
from .exceptions import MOST_PIECES
from .terms import SellerTerms, terms_of_sellers


@dataclass
class Row:
    """One line: a listing, how many, and what stands in its way."""

    line: object
    left: int | None

    @property
    def listing(self):
        return self.line.product

    @property
    def quantity(self):
        return self.line.quantity

    @cached_property
    def price(self):
        """Of one, now."""
        return self.line.stockrecord.price_satang or 0

    @cached_property
    def discount(self):
        return min(satang_from_decimal(self.line.discounts.total), self.whole)

    @property
    def whole(self):
        """Before discounts."""
        return self.price * self.quantity

    @property
    def total(self):
        return self.whole - self.discount

    @cached_property
    def text(self):
        return self.listing.in_language()

    @property
    def title(self):
        return self.text.title if self.text else self.listing.title

    @property
    def unit(self):
        return self.text.unit if self.text else ""

    @property
    def picture(self):
        """A small one, or nothing."""
        photo = next(iter(self.listing.images.all()), None)
        return photo.url_at(160) if photo else ""

    @property
    def most(self):
        """What a stepper may go up to."""
        return MOST_PIECES if self.left is None else self.left

    @property
    def is_for_sale(self):
        return self.listing.is_for_sale and not self.line.is_suspended and self.price > 0

    @property
    def is_short(self):
        return self.left is not None and self.left < self.quantity

    @property
    def problem(self):
        """What the buyer must put right before ordering, or nothing."""
        if not self.is_for_sale:
            return _("This is not for sale any more. Please take it out.")
        if self.line.closed_until:
            day = {"day": thai_date(self.line.closed_until)}
            return _("This shop is closed until %(day)s. Please take it out, and come back then.") % day
        if self.left == 0:
            return _("The last one has just gone. Please take it out.")
        if self.is_short:
            return ngettext(
                "Only %(left)d is left. Please order fewer.", "Only %(left)d are left. Please order fewer.", self.left
            ) % {"left": self.left}
        return ""

    @cached_property
    def price_before(self):
        """The price when it was put in, where it is another now; else None."""
        seen = self.line.price_incl_tax
        before = None if seen is None else satang_from_decimal(seen)
        return before if before != self.price else None


@dataclass
class Parcel:
    """One seller's rows, the ways they can be had, and the one that is chosen."""

    seller: object
    rows: list
    terms: SellerTerms
    options: list[Option] = field(default_factory=list)
    chosen: Option | None = None

    @property
    def public_id(self):
        return self.seller.public_id

    @property
    def name(self):
        return self.seller.organisation.name

    @cached_property
    def goods(self):
        return sum(row.total for row in self.rows)

    @property
    def shipping(self):
        return self.chosen.satang if self.chosen else 0

    @property
    def total(self):
        return self.goods + self.shipping

    @property
    def place(self):
        """The chosen pick-up point's words, or None."""
        return self.pick_up.in_language() if self.pick_up else None

    @property
    def ways(self):
        """For a page: each option, with the pick-up point's words where it is one."""
        return [(option, self.point_words(option.code)) for option in self.options]

    def point_words(self, code):
        point = self.terms.points.get(code.removeprefix("pickup:"))
        return point.in_language() if point else None

    @property
    def deliveries(self):
        return [option for option in self.options if not option.code.startswith("pickup:")]

    @property
    def pick_ups(self):
        return [option for option in self.options if option.code.startswith("pickup:")]

    @property
    def pick_up(self):
        """The chosen pick-up point, or None."""
        code = self.chosen.code if self.chosen else ""
        return self.terms.points.get(code.removeprefix("pickup:")) if code.startswith("pickup:") else None

    def options_at(self, destination):
        """Every way to have it there, the cheapest delivery first."""
        goods = [goods_of(row.listing, quantity=row.quantity, satang=row.total) for row in self.rows]
        return options_for(goods, destination, self.terms.terms)

    def choose(self, code, *, prefer_pick_up=False):
        """The option of that code; without one the cheapest delivery, or pick-up where that is preferred or all there is."""
        first = [*self.pick_ups, *self.deliveries] if prefer_pick_up else self.options
        self.chosen = next((option for option in self.options if option.code == code), None)
        self.chosen = self.chosen or next(iter(first), None)


@dataclass
class Quote:
    """Everything that a basket comes to at one destination, with one choice of delivery."""

    parcels: list[Parcel]

    def deliver(self, destination, chosen, *, prefer_pick_up=False):
        """Reckon the ways to another place, or another choice among them; asks the database nothing."""
        for parcel in self.parcels:
            parcel.options = parcel.options_at(destination)
            parcel.choose(chosen.get(parcel.public_id), prefer_pick_up=prefer_pick_up)

    @property
    def rows(self):
        return [row for parcel in self.parcels for row in parcel.rows]

    @property
    def pieces(self):
        return sum(row.quantity for row in self.rows)

    @property
    def goods(self):
        return sum(parcel.goods for parcel in self.parcels)

    @property
    def discount(self):
        return sum(row.discount for row in self.rows)

    @property
    def shipping(self):
        return sum(parcel.shipping for parcel in self.parcels)

    @property
    def total(self):
        return self.goods + self.shipping

    @property
    def problems(self):
        return [row for row in self.rows if row.problem]

    @property
    def stranded(self):
        """Parcels that nothing carries to this destination."""
        return [parcel for parcel in self.parcels if parcel.chosen is None]

    @property
    def is_complete(self):
        """Can it be ordered as it stands?"""
        return bool(self.parcels) and not self.problems and not self.stranded

    @property
    def is_all_picked_up(self):
        return bool(self.parcels) and all(parcel.pick_up for parcel in self.parcels)


def quote(basket, destination, *, chosen=None, prefer_pick_up=False):
    """Reckon a basket whose offers have been applied; `chosen` is {seller's public id: option code}."""
    lines = list(basket.all_lines())
    left = units_left([line.product for line in lines])
    by_seller = {}
    for line in lines:
        by_seller.setdefault(line.product.owner, []).append(Row(line, left[line.product.ref]))
    terms = terms_of_sellers(list(by_seller)) if by_seller else {}
    reckoned = Quote([Parcel(seller, rows, terms[seller.pk]) for seller, rows in by_seller.items()])
    reckoned.deliver(destination, chosen or {}, prefer_pick_up=prefer_pick_up)
    return reckoned
