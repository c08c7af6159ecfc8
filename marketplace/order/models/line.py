"""One product of an order, with everything about its money frozen."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from oscar.apps.order.abstract_models import AbstractLine


class Line(AbstractLine):
    """Amounts in satang. `total` is what the buyer pays; fee and fund share come out of it, the rest is the seller's.

    The `…_undone` counters say how much of each part a refund has taken back; what is left is always the difference,
    so refunds in any number of steps undo exactly what was frozen.
    """

    listing_ref = models.CharField(max_length=40, db_index=True)
    titles = models.JSONField(_("names at the sale"), default=dict, help_text=_("By language."))
    price = models.PositiveBigIntegerField(_("price of one"))
    total = models.PositiveBigIntegerField(_("price of all, less discounts"))
    vat = models.PositiveBigIntegerField(_("VAT contained"), default=0)
    fee_bp = models.PositiveIntegerField(_("network's fee"), help_text=_("In hundredths of a percent."))
    fee = models.PositiveBigIntegerField(_("network's fee"))
    fund_ref = models.CharField(_("fund"), max_length=40, blank=True)
    fund_bp = models.PositiveIntegerField(_("fund's share"), default=0, help_text=_("In hundredths of a percent."))
    fund_share = models.PositiveBigIntegerField(_("fund's share"), default=0)
    undone = models.PositiveBigIntegerField(_("given back"), default=0)
    fee_undone = models.PositiveBigIntegerField(_("of the fee given back"), default=0)
    fund_undone = models.PositiveBigIntegerField(_("of the fund's share given back"), default=0)

    class Meta(AbstractLine.Meta):
        abstract = False
        verbose_name = _("order line")
        verbose_name_plural = _("order lines")
        constraints = [
            models.CheckConstraint(condition=Q(quantity__gt=0), name="order_line_of_something"),
            models.CheckConstraint(condition=Q(total__gte=F("fee") + F("fund_share")), name="order_line_parts_within"),
            models.CheckConstraint(condition=Q(undone__lte=F("total")), name="order_line_undone_within"),
            models.CheckConstraint(
                condition=Q(fee_undone__lte=F("fee"), fund_undone__lte=F("fund_share")),
                name="order_line_parts_undone_within",
            ),
            models.CheckConstraint(
                condition=Q(fund_ref="", fund_share=0) | ~Q(fund_ref=""), name="order_line_share_has_fund"
            ),
        ]

    @property
    def seller_share(self):
        return self.total - self.fee - self.fund_share

    @property
    def left(self):
        """(seller's, fund's, network's) satang that no refund has taken back yet."""
        fee, fund = self.fee - self.fee_undone, self.fund_share - self.fund_undone
        return self.total - self.undone - fee - fund, fund, fee

    @property
    def name(self):
        """As it was called at the sale, in the reader's language where it had a name in it."""
        return self.titles.get(get_language()) or self.titles.get(settings.LANGUAGE_CODE) or self.title
