"""Placing an order: it stands, with its goods held and its payment written down, before any money is asked for."""

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils.translation import get_language

from marketplace.basket.models import Basket
from marketplace.basket.offers import apply_offers
from marketplace.basket.quote import quote
from marketplace.consignments.news import tell_placed, tell_sellers
from marketplace.consignments.payments import begin_payments
from marketplace.order.models import Order
from marketplace.partner.models import Holiday
from marketplace.partner.strategy import Selector
from network.clock import now
from network.payments.gateways import GATEWAYS
from network.people.models import Consent
from network.people.terms import current_version

from ..exceptions import BasketGone, PaymentRefused, QuoteChanged
from ..ways_to_pay import CASH, holders_of, ways_to_pay
from .hold_goods import hold_goods
from .write_order import write_consignments, write_order


@transaction.atomic
def place_order(basket, *, key, buyer, ways, gateway, total_seen, user=None, at=None):
    """Order what is in the basket, once per key; returns the Order.

    Everything is reckoned anew from the database: `total_seen` (satang) is what the buyer agreed to, `ways` is
    {seller's public id: code of her delivery}, `gateway` the code of a way to pay. Terms of sale are agreed to.

    Raises QuoteChanged, GoodsGone, VoucherUsed, BasketGone, PaymentRefused: then nothing has happened.
    """
    if placed := Order.objects.filter(key=key).first():
        return placed
    if not submit(basket):
        return Order.objects.filter(key=key).first() or refuse_gone()
    at, language = at or now(), get_language()
    fresh = reread(basket, user)
    reckoned = quote(fresh, buyer.destination, chosen=ways)
    check(reckoned, ways, total_seen)
    holders = holders_of([parcel.seller for parcel in reckoned.parcels])
    if gateway not in [way.code for way in ways_to_pay(reckoned, holders, contact=buyer.contact)]:
        raise PaymentRefused
    order = write_order(reckoned, fresh, buyer=buyer, key=key, user=user, language=language, at=at)
    consignments = write_consignments(order, reckoned, holders, begun=gateway == CASH, at=at)
    require_open_shops(reckoned, at)
    hold_goods(order, reckoned, fresh, user=user, until=at + GATEWAYS[gateway].hold, at=at)
    attempts = begin_payments(order, consignments, gateway, at=at)
    record_terms(order, language, at)
    tell_of(order, consignments, attempts, gateway)
    return order


def submit(basket):
    """Let one window win; a basket is never opened again."""
    if basket.pk is None:
        return False
    return Basket.open.filter(pk=basket.pk).update(status=Basket.SUBMITTED)


def refuse_gone():
    raise BasketGone


def reread(basket, user):
    """The basket as the database has it, with today's offers."""
    fresh = basket.reread()
    fresh.strategy = Selector().strategy()
    apply_offers(fresh, user or AnonymousUser(), anew=True)
    return fresh


def check(reckoned, ways, total_seen):
    """What the buyer saw is what she gets. Raises BasketGone, QuoteChanged."""
    if not reckoned.parcels:
        raise BasketGone
    chosen = {parcel.public_id: parcel.chosen.code for parcel in reckoned.parcels if parcel.chosen}
    if not reckoned.is_complete or chosen != ways or reckoned.total != total_seen or not total_seen:
        raise QuoteChanged


def require_open_shops(reckoned, at):
    """Nobody sells on holiday, not even in the moment it begins.

    Asked once the consignments stand: each points to its seller's row, which whoever closes the shop waits for. So she
    either finds the order placed, or it finds her shop closed. Raises QuoteChanged.
    """
    sellers = [parcel.seller.pk for parcel in reckoned.parcels]
    if Holiday.objects.standing(at).filter(seller__in=sellers).exists():
        raise QuoteChanged


def record_terms(order, language, at):
    """In which wording the buyer agreed to the terms of sale."""
    Consent.objects.create(
        user=order.user,
        contact="" if order.user else order.contact,
        purpose=Consent.Purpose.ORDER,
        text_version=current_version("terms"),
        language=language,
        ref=order.ref,
        given_at=at,
    )


def tell_of(order, consignments, attempts, gateway):
    """Who pays at once hears of it then; all others have their order's address now. Cash sellers begin now."""
    if gateway != "stripe":
        tell_placed(order, attempts)
    if gateway == CASH:
        tell_sellers(consignments)
