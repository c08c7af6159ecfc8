from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.clock import now


class SuspensionQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(lifted_at=None)


class Suspension(models.Model):
    """An organisation taken out of sight for a while, by whom and why; nothing of it is deleted."""

    organisation = models.ForeignKey(
        "organisations.Organisation", models.CASCADE, related_name="suspensions", verbose_name=_("organisation")
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("when"), default=now)
    reason = models.CharField(_("reason"), max_length=300)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("lifted by")
    )
    lifted_at = models.DateTimeField(_("lifted"), null=True, blank=True)

    objects = SuspensionQuerySet.as_manager()

    class Meta:
        verbose_name = _("suspension")
        verbose_name_plural = _("suspensions")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"], condition=Q(lifted_at=None), name="organisation_suspended_once"
            ),
        ]

    def __str__(self):
        return f"{self.organisation}: {self.reason}"
