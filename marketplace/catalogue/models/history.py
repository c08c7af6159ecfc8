"""Who moved a listing on, who changed it, and why: rows, never overwritten."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .listing import State


class ListingMove(models.Model):
    """One step of a listing's life: a submission, an approval, a refusal, a pause."""

    listing = models.ForeignKey("catalogue.Product", models.CASCADE, related_name="moves")
    origin = models.CharField(_("from"), max_length=10, choices=State)
    state = models.CharField(_("to"), max_length=10, choices=State)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("when"))
    reasons = models.TextField(_("reasons"), blank=True)

    class Meta:
        verbose_name = _("step of a listing")
        verbose_name_plural = _("steps of listings")
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.origin} → {self.state}"


class ListingChange(models.Model):
    """An edit of a listing that visitors can see: what stood there before and after.

    Prices and claims wait for a reviewer; everything else a trusted seller changes is applied at once.
    """

    class Status(models.TextChoices):
        APPLIED = "applied", _("applied")
        WAITING = "waiting", _("waiting for review")
        REFUSED = "refused", _("refused")
        WITHDRAWN = "withdrawn", _("replaced by a newer one")

    listing = models.ForeignKey("catalogue.Product", models.CASCADE, related_name="changes")
    status = models.CharField(_("status"), max_length=10, choices=Status)
    before = models.JSONField(_("before"))
    after = models.JSONField(_("after"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("when"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    reasons = models.TextField(_("reasons"), blank=True)

    class Meta:
        verbose_name = _("change of a listing")
        verbose_name_plural = _("changes of listings")
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.listing_id}: {', '.join(self.after)}"
