"""A listing's one price."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from oscar.apps.partner.abstract_models import AbstractStockRecord


class StockRecord(AbstractStockRecord):
    """The shelf price of a listing, VAT included where its seller is registered.

    Oscar's counters are not the truth here: they race (20 buyers, 5 pieces, 20 orders). What is left is
    asked of the listing's capacity pool, so Oscar's allocations do nothing.
    """

    class Meta(AbstractStockRecord.Meta):
        abstract = False
        verbose_name = _("price")
        verbose_name_plural = _("prices")
        constraints = [
            models.UniqueConstraint(fields=["product"], name="one_price_per_listing"),
            models.CheckConstraint(condition=Q(price__isnull=True) | Q(price__gt=0), name="price_positive"),
            models.CheckConstraint(condition=Q(price_currency="THB"), name="price_in_baht"),
        ]

    @property
    def price_satang(self):
        """The price in satang, or None while it has none."""
        return None if self.price is None else int(self.price * 100)

    @property
    def net_stock_level(self):
        """Oscar's word for what is left: 0, for it is not this row that knows."""
        return 0

    @property
    def can_track_allocations(self):
        return False

    def allocate(self, quantity):
        """Nothing: the order holds units of the pool."""

    def consume_allocation(self, quantity):
        """Nothing: the pool's hold is confirmed instead."""

    def cancel_allocation(self, quantity):
        """Nothing: the pool's hold is released instead."""

    allocate.alters_data = consume_allocation.alters_data = cancel_allocation.alters_data = True
