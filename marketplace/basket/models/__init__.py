"""Baskets. Oscar registers only what ours have not replaced."""

from .basket import Basket
from .line import Line

# isort: split
from oscar.apps.basket.models import *  # noqa: F403

__all__ = ["Basket", "Line"]
