"""What the network keeps of a sale: the first rule that fits."""

from django.core.cache import cache
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class FeeRule(models.Model):
    """A percent of the price, for one seller, one category, or (with neither) everything.

    It is read when an order is placed and frozen on each line: a later rule changes no past sale.
    """

    CACHE_KEY = "catalogue:fee-rules"

    position = models.PositiveSmallIntegerField(_("position"), unique=True, help_text=_("The lowest that fits wins."))
    seller = models.ForeignKey(
        "partner.Partner", models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("seller")
    )
    category = models.ForeignKey(
        "catalogue.Category", models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("category")
    )
    fee_bp = models.PositiveIntegerField(
        _("fee"), validators=[MaxValueValidator(5000)], help_text=_("In hundredths of a percent: 1000 is 10%.")
    )
    note = models.CharField(_("why"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("fee rule")
        verbose_name_plural = _("fee rules")
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(condition=models.Q(fee_bp__lte=5000), name="fee_rule_at_most_half"),
        ]

    def __str__(self):
        return f"{self.position}: {self.fee_bp / 100:g}%"

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        cache.delete(self.CACHE_KEY)

    def delete(self, *args, **kwargs):
        cache.delete(self.CACHE_KEY)
        return super().delete(*args, **kwargs)

    def fits(self, seller_id, category_ids):
        return self.seller_id in (None, seller_id) and (self.category_id is None or self.category_id in category_ids)
