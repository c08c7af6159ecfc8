"""What is on offer. Oscar registers only those of its models that ours, imported first, have not replaced."""

from .category import Category, CategoryText
from .fees import FeeRule
from .history import ListingChange, ListingMove
from .listing import Product
from .photo import ProductImage
from .report import ListingReport
from .texts import ListingText

# isort: split
from oscar.apps.catalogue.models import *  # noqa: F403

__all__ = [
    "Category",
    "CategoryText",
    "FeeRule",
    "ListingChange",
    "ListingMove",
    "ListingReport",
    "ListingText",
    "Product",
    "ProductImage",
]
