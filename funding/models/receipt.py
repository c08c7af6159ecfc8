from django.db import models
from django.utils.translation import gettext_lazy as _

from .pledge import Pledge


class ReceiptSeries(models.Model):
    """The last number that an issuer gave in a year; moved on by the one who issues, alone."""

    issuer = models.ForeignKey("payments.HolderAccount", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(help_text=_("Of the Common Era; printed in the Buddhist one."))
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issuer", "year"], name="receipt_series_once")]

    def __str__(self):
        return f"{self.issuer_id}/{self.year}: {self.last}"


class Receipt(models.Model):
    """What the holder gives a donor in return for money; numbered without a gap, voided but never deleted."""

    pledge = models.OneToOneField(Pledge, models.PROTECT, related_name="receipt")
    issuer = models.ForeignKey("payments.HolderAccount", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    payer = models.CharField(_("received from"), max_length=200)
    amount = models.PositiveBigIntegerField(help_text=_("In satang."))
    issued_at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True)
    void_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")
        constraints = [models.UniqueConstraint(fields=["issuer", "year", "number"], name="receipt_number_once")]

    def __str__(self):
        return self.label

    @property
    def label(self):
        """As printed: Buddhist-era year and running number."""
        return f"{self.year + 543}-{self.number:06d}"
