"""How Oscar learns a listing's price and what is left: the shelf price as it stands, the pool's count."""

from decimal import Decimal

from oscar.apps.partner import strategy as oscar

from .availability import availability_of
from .prices import ShelfPrice
from .vat import vat_contained


class Selector:
    """One strategy for everybody: nobody sees another price."""

    def strategy(self, request=None, user=None, **kwargs):
        return ShelfStrategy(request)


class ShelfStrategy(oscar.UseFirstStockRecord, oscar.Structured):
    """The price includes VAT; it is split off only where the seller is registered for it."""

    def fetch_for_line(self, line, stockrecord=None):
        """At the stock record the line was put in with; Oscar's drops it and may charge another's price."""
        return self.fetch_for_product(line.product, stockrecord=stockrecord or line.stockrecord)

    def pricing_policy(self, product, stockrecord):
        if stockrecord is None or stockrecord.price is None:
            return oscar.UnavailablePrice()
        vat = Decimal(vat_contained(stockrecord.price_satang, registered=stockrecord.partner.vat_registered)) / 100
        return ShelfPrice(currency=stockrecord.price_currency, excl_tax=stockrecord.price - vat, tax=vat)

    def availability_policy(self, product, stockrecord):
        if stockrecord is None or stockrecord.price is None or not product.is_for_sale:
            return oscar.Unavailable()
        return availability_of(product)

    def parent_pricing_policy(self, product, children_stock):
        """Listings have no variants."""
        return oscar.UnavailablePrice()

    def parent_availability_policy(self, product, children_stock):
        return oscar.Unavailable()
