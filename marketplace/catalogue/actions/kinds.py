"""Oscar's product classes, one per kind of listing; made when first needed."""

from ..models import ProductClass
from ..models.listing import DIGITAL, GOODS, PREORDER

NAMES = {GOODS: "Goods", DIGITAL: "Digital", PREORDER: "Pre-order"}


def product_class(kind):
    """Raises KeyError for a kind that is none."""
    defaults = {"name": NAMES[kind], "requires_shipping": kind != DIGITAL, "track_stock": False}
    return ProductClass.objects.get_or_create(slug=kind, defaults=defaults)[0]
