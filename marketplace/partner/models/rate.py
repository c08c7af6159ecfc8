"""What a baht is worth elsewhere, for hints only: every charge is in baht."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ExchangeRate(models.Model):
    """One day's rate of one currency, as baht for one unit of it."""

    currency = models.CharField(_("currency"), max_length=3)
    day = models.DateField(_("day"))
    baht = models.DecimalField(_("baht for one"), max_digits=12, decimal_places=6)
    source = models.CharField(_("source"), max_length=80)

    class Meta:
        verbose_name = _("exchange rate")
        verbose_name_plural = _("exchange rates")
        ordering = ["-day", "currency"]
        constraints = [
            models.UniqueConstraint(fields=["currency", "day"], name="exchange_rate_once_a_day"),
            models.CheckConstraint(condition=models.Q(baht__gt=0), name="exchange_rate_positive"),
        ]

    def __str__(self):
        return f"{self.currency} {self.day}: {self.baht}"
