"""What changes a basket: put something in, say how many, take it out. Quantities are whole and at least 1."""

from django.db import transaction
from django.db.models import F, Sum

from marketplace.catalogue.models.listing import DIGITAL
from marketplace.partner.availability import load_left

from .exceptions import MOST_LINES, MOST_PIECES, BasketFull, NotEnough, NotForSale, ShopClosed


@transaction.atomic
def put_in(basket, listing, *, quantity):
    """Add so many pieces of a listing; returns the line's new quantity.

    Raises NotForSale, ShopClosed, NotEnough, BasketFull. What is in a basket is held for nobody until it is ordered.
    """
    price = listing.stockrecords.first()
    if not listing.is_for_sale or price is None or price.price is None:
        raise NotForSale
    require_open(listing.owner)
    lines = {} if basket.pk is None else dict(basket.lines.values_list("product", "quantity"))
    have = lines.get(listing.pk, 0)
    check_left(listing, quantity, have=have)
    if sum(lines.values()) + quantity > MOST_PIECES or len(lines.keys() | {listing.pk}) > MOST_LINES:
        raise BasketFull
    if basket.pk is None:
        basket.save()
    write_line(basket, listing, price, quantity)
    basket.reset_offer_applications()
    return have + quantity


def write_line(basket, listing, price, quantity):
    """One line a listing; its remembered price is the one that was seen last."""
    seen = {"price_incl_tax": price.price, "price_excl_tax": price.price, "price_currency": "THB"}
    more = basket.lines.filter(product=listing).update(quantity=F("quantity") + quantity, **seen)
    if not more:
        reference = f"{listing.pk}_{price.pk}"
        basket.lines.create(product=listing, stockrecord=price, line_reference=reference, quantity=quantity, **seen)


@transaction.atomic
def set_quantity(line, quantity):
    """Let there be so many of it. Raises ShopClosed, NotEnough, BasketFull, leaving the line as it was."""
    require_open(line.product.owner)
    check_left(line.product, quantity)
    others = line.basket.lines.exclude(pk=line.pk).aggregate(pieces=Sum("quantity"))["pieces"] or 0
    if others + quantity > MOST_PIECES:
        raise BasketFull
    line.basket.lines.filter(pk=line.pk).update(quantity=quantity, price_incl_tax=line.stockrecord.price)
    line.basket.reset_offer_applications()


def take_out(line):
    """Remove the line; returns how many there were, so that it can be put back."""
    quantity, basket = line.quantity, line.basket
    line.delete()
    basket.reset_offer_applications()
    return quantity


def require_open(seller):
    if until := seller.closed_until():
        raise ShopClosed(until)


def check_left(listing, quantity, *, have=0):
    left = units_left([listing]).get(listing.ref)
    if left is not None and have + quantity > left:
        raise NotEnough(left, have)


def units_left(listings):
    """{ref: how many could be ordered now}, in one query, and known to each listing; None for what never runs out."""
    load_left(listings)
    return {listing.ref: None if listing.kind == DIGITAL else max(listing.left, 0) for listing in listings}


def count_pieces(basket):
    """How many pieces lie in it: the number on the basket's sign."""
    return 0 if basket.pk is None else basket.lines.aggregate(pieces=Sum("quantity"))["pieces"] or 0
