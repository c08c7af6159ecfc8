"""What sending costs: rows of weight bands by service and zone, the network's or a seller's own."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from oscar.apps.shipping.models import *  # noqa: F403


class Service(models.TextChoices):
    """How a parcel travels."""

    PARCEL = "parcel", _("parcel")
    EXPRESS = "express", _("express parcel")
    COLD = "cold", _("chilled parcel")


class Zone(models.TextChoices):
    """How far it travels."""

    NEAR = "near", _("the same province")
    THAILAND = "th", _("Thailand")
    MALAYSIA = "my", _("Malaysia")
    SINGAPORE = "sg", _("Singapore")


class RateBand(models.Model):
    """The price of a parcel up to a weight; a seller with rows of her own for a service uses only those."""

    seller = models.ForeignKey(
        "partner.Partner", models.CASCADE, null=True, blank=True, related_name="rate_bands", verbose_name=_("seller")
    )
    service = models.CharField(_("service"), max_length=8, choices=Service)
    zone = models.CharField(_("zone"), max_length=4, choices=Zone)
    up_to_g = models.PositiveIntegerField(_("up to"), help_text=_("Grams, packed."))
    price = models.PositiveBigIntegerField(_("price"), help_text=_("In satang."))
    days_min = models.PositiveSmallIntegerField(_("days, at least"))
    days_max = models.PositiveSmallIntegerField(_("days, at most"))

    class Meta:
        verbose_name = _("delivery rate")
        verbose_name_plural = _("delivery rates")
        ordering = ["seller", "service", "zone", "up_to_g"]
        constraints = [
            models.UniqueConstraint(fields=["seller", "service", "zone", "up_to_g"], name="rate_band_once"),
            models.UniqueConstraint(
                fields=["service", "zone", "up_to_g"], condition=Q(seller__isnull=True), name="rate_band_default_once"
            ),
            models.CheckConstraint(condition=Q(days_min__lte=models.F("days_max")), name="rate_band_days_in_order"),
            models.CheckConstraint(condition=Q(up_to_g__gt=0), name="rate_band_weighs_something"),
            # The cold chain ends at the border.
            models.CheckConstraint(
                condition=~Q(service="cold") | Q(zone__in=["near", "th"]), name="rate_band_cold_stays_home"
            ),
        ]

    def __str__(self):
        return f"{self.service} {self.zone} ≤ {self.up_to_g} g"
