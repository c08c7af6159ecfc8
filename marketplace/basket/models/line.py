from django.db import models
from django.db.models import Exists, OuterRef
from oscar.apps.basket.abstract_models import AbstractLine

from marketplace.partner.models import closed_until
from network.organisations.models import Suspension

LISTING = ["product__product_class", "product__owner__organisation", "stockrecord__partner"]
WORDS = ["product__texts", "product__images", "product__owner__organisation__texts"]


class LineQuerySet(models.QuerySet):
    def with_listings(self):
        """With everything that a basket or a checkout says about them, in four queries."""
        return self.with_sellers().prefetch_related(*WORDS)

    def to_be_ordered(self):
        """With everything that is frozen on an order's lines, in three."""
        return self.with_sellers().prefetch_related("product__texts", "product__categories")

    def with_sellers(self):
        suspensions = Suspension.objects.standing().filter(organisation=OuterRef("product__owner__organisation"))
        closed = closed_until("product__owner")
        return self.select_related(*LISTING).annotate(is_suspended=Exists(suspensions), closed_until=closed)


class Line(AbstractLine):
    """One listing in a basket; `price_incl_tax` is what one cost when it was put in."""

    objects = LineQuerySet.as_manager()

    class Meta(AbstractLine.Meta):
        abstract = False
