from oscar.apps.basket.abstract_models import AbstractBasket

from .line import Line


class Basket(AbstractBasket):
    """What somebody means to buy; submitted once and never thawed: what was ordered goes into a new basket."""

    class Meta(AbstractBasket.Meta):
        abstract = False

    def reread(self):
        """The same basket as the database has it now, with what an order freezes."""
        fresh = type(self)(pk=self.pk, owner_id=self.owner_id)
        fresh._lines = fresh.lines.to_be_ordered().order_by("pk")
        return fresh

    def all_lines(self):
        """The lines with their listings, kept, for offers write their discounts onto them."""
        if self.pk is None:
            return Line.objects.none()
        if self._lines is None:
            self._lines = self.lines.with_listings().order_by("pk")
        return self._lines
