"""Which ways to pay are open for what is to be ordered."""

from django.conf import settings
from django.db.models import Q

from marketplace.order.models import Order
from network.payments.gateways import gateways_for
from network.payments.models import HolderAccount

CASH = "cash_on_pickup"


def holders_of(sellers):
    """{seller pk: HolderAccount}: a seller's own verified account, else the network's, which collects as her agent.

    Empty when nobody can receive money at all.
    """
    organisations = {seller.organisation_id for seller in sellers}
    found = HolderAccount.objects.verified().filter(Q(is_default=True) | Q(organisation__in=organisations))
    accounts = list(found.order_by("pk"))
    default = next((account for account in accounts if account.is_default), None)
    own = {account.organisation_id: account for account in accounts if not account.is_default}
    chosen = {seller.pk: own.get(seller.organisation_id, default) for seller in sellers}
    return chosen if all(chosen.values()) else {}


def ways_to_pay(reckoned, holders, *, contact):
    """The gateways that every holder of this order can be paid by; cash only from hand to hand."""
    open_to_all = None
    for holder in set(holders.values()):
        served = gateways_for(holder)
        open_to_all = served if open_to_all is None else [gateway for gateway in open_to_all if gateway in served]
    cash = may_pay_cash(reckoned, contact)
    return [gateway for gateway in open_to_all or [] if gateway.code != CASH or cash]


def without_cards(parcels, holders):
    """The parcels for whose sake no card can be taken: their makers receive into accounts of their own, by bank only.

    None where no card can be taken for anything.
    """
    own = {pk: holder for pk, holder in holders.items() if not holder.is_default and not holder.takes_cards}
    return [parcel for parcel in parcels if parcel.seller.pk in own] if settings.STRIPE_SECRET_KEY else []


def may_pay_cash(reckoned, contact):
    """One seller, fetched from her, not too dear, and not one of too many that this buyer has open."""
    fits = len(reckoned.parcels) == 1 and reckoned.is_all_picked_up and reckoned.total <= settings.CASH_AT_MOST
    return fits and open_cash_orders(contact) < settings.CASH_ORDERS_AT_ONCE


def open_cash_orders(contact):
    """Orders of this buyer that wait to be fetched and paid in cash."""
    waiting = Order.objects.unpaid().filter(contact=contact)
    return waiting.exclude(consignments__state__in=["unpaid", "cancelled"]).distinct().count()
