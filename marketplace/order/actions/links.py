"""The address of an order, which opens it without an account, and therefore ends one day."""

from network.clock import now
from network.words.public_ids import new_token

from ..models import Order
from ..models.order import LINK_LASTS


def renew_link(order, *, at=None):
    """For somebody who has shown that the order is hers: a new address where the old one has ended. Returns the order."""
    at = at or now()
    if order.link_ends_at <= at:
        order.token, order.link_ends_at = new_token(), at + LINK_LASTS
        Order.objects.filter(pk=order.pk).update(token=order.token, link_ends_at=order.link_ends_at)
    return order
