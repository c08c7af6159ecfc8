"""Orders and what was frozen on their lines. Oscar registers only what ours have not replaced."""

from .address import ShippingAddress
from .line import Line
from .order import Order, OrderNumber

# isort: split
from oscar.apps.order.models import *  # noqa: F403

__all__ = ["Line", "Order", "OrderNumber", "ShippingAddress"]
