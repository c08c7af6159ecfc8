"""Sellers, their prices and their pick-up points. Oscar registers only what ours have not replaced."""

from .holiday import Holiday, closed_until
from .pickup import PickUpPoint, PickUpPointText
from .rate import ExchangeRate
from .seller import Partner
from .stock import StockRecord

# isort: split
from oscar.apps.partner.models import *  # noqa: F403

__all__ = ["ExchangeRate", "Holiday", "Partner", "PickUpPoint", "PickUpPointText", "StockRecord", "closed_until"]
