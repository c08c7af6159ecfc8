"""A shop that is closed for a while: its goods can be read, not ordered, and it opens again by itself."""

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from network.clock import now
from network.words.dates import in_bangkok


class HolidayQuerySet(models.QuerySet):
    def standing(self, at=None):
        """Those that close a shop at that moment: a shop opens at midnight of its day, whether or not anybody noticed."""
        return self.filter(ended_at=None, until__gt=in_bangkok(at or now()).date())


class Holiday(models.Model):
    """From when until when a seller's shop is closed, and who said so."""

    seller = models.ForeignKey("partner.Partner", models.CASCADE, related_name="holidays", verbose_name=_("seller"))
    until = models.DateField(_("open again on"))
    begun_at = models.DateTimeField(_("closed"), default=now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("closed by"))
    ended_at = models.DateTimeField(_("opened again"), null=True, blank=True)

    objects = HolidayQuerySet.as_manager()

    class Meta:
        verbose_name = _("holiday")
        verbose_name_plural = _("holidays")
        ordering = ["-begun_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["seller"], condition=Q(ended_at=None), name="holiday_once"),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("begun_at")), name="holiday_ends_after_it_began"
            ),
        ]

    def __str__(self):
        return f"{self.seller}: {self.until}"


def closed_until(seller_ref, at=None):
    """For a queryset's annotation: the day on which the shop of that seller opens again, or None while it is open."""
    return Subquery(Holiday.objects.standing(at).filter(seller=OuterRef(seller_ref)).values("until")[:1])
