"""What readers tell us about a listing that is not right."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ListingReport(models.Model):
    """A reader's complaint, open until a reviewer has looked at it."""

    class Reason(models.TextChoices):
        NOT_AS_SAID = "not-as-said", _("It is not what it says")
        FORBIDDEN = "forbidden", _("It may not be sold")
        COPIED = "copied", _("Words or pictures are someone else's")
        OFFENSIVE = "offensive", _("It offends or harms somebody")
        OTHER = "other", _("Something else")

    listing = models.ForeignKey("catalogue.Product", models.CASCADE, related_name="reports")
    reason = models.CharField(_("what is wrong"), max_length=12, choices=Reason)
    words = models.TextField(_("in your words"), max_length=2000, blank=True)
    contact = models.CharField(_("how to reach you, if you like"), max_length=120, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(_("when"))
    handled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    handled_at = models.DateTimeField(_("handled"), null=True, blank=True)

    class Meta:
        verbose_name = _("report of a listing")
        verbose_name_plural = _("reports of listings")
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.listing_id}: {self.reason}"
