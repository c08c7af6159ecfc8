"""A second chance to pay: the goods are held once more, at the prices of the order."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F

from marketplace.order.models import Order
from network.capacity.exceptions import SoldOut
from network.clock import now
from network.payments.gateways import GATEWAYS, gateways_for

from ..exceptions import NothingLeft, TooLate, WrongState
from ..models import Consignment, State
from ..payments import begin_payments
from ..stock import take_again

WITHIN = timedelta(days=1)
CASH = "cash_on_pickup"


def may_pay_again(order, at):
    """For a day the order's prices stand; after that the goods go into a new basket."""
    return order.has_ended_unpaid and at - order.date_placed <= WITHIN


def other_gateways(consignments):
    """The ways to pay that all its holders serve; cash was for the first time only."""
    served = [set(gateways_for(holder)) for holder in {consignment.holder for consignment in consignments}]
    common = set.intersection(*served) if served else set()
    return [gateway for gateway in GATEWAYS.values() if gateway in common and gateway.code != CASH]


@transaction.atomic
def pay_again(order, *, gateway, at=None):
    """Let an order that ended unpaid wait for payment once more; returns its new attempts.

    Raises TooLate after a day, WrongState if it waits or is paid already, NothingLeft if something of it is sold.
    """
    at = at or now()
    if not may_pay_again(order, at):
        raise TooLate
    consignments = list(order.consignments.filter(never_paid=True).with_order().select_related("holder"))
    if gateway not in [way.code for way in other_gateways(consignments)]:
        raise WrongState
    ended = Order.objects.filter(pk=order.pk, status=order.status)
    if not ended.update(status=Order.Status.WAITING, payments_begun=F("payments_begun") + 1):
        raise WrongState
    order.refresh_from_db(fields=["status", "payments_begun"])
    ref = f"{order.ref}:{order.payments_begun}"
    try:
        take_again(consignments, ref, until=at + GATEWAYS[gateway].hold, at=at)
    except SoldOut as error:
        raise NothingLeft from error
    Consignment.objects.filter(pk__in=[one.pk for one in consignments]).update(state=State.UNPAID, never_paid=False)
    return begin_payments(order, consignments, gateway, turn=order.payments_begun, at=at)
