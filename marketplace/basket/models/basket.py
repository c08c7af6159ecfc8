from oscar.apps.basket.abstract_models import AbstractBasket

from .line import Line


class Basket(AbstractBasket):
    """What somebody means to buy; submitted once and never thawed: what was ordered goes into a new basket."""

    class Meta(AbstractBasket.Meta):
        abstract = False

    def all_lines(self):
        """The lines with their listings, kept, for offers write their discounts onto them."""
        if self.pk is None:
            return Line.objects.none()
        if self._lines is None:
            self._lines = self.lines.with_listings().order_by("pk")
        return self._lines
