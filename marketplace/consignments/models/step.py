"""Who moved a consignment on, and when: rows, taken back only by a mark."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .consignment import Actor, Consignment, State


class ConsignmentStepQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(undone_at=None)


class ConsignmentStep(models.Model):
    """One step of a consignment; `note` is what the buyer reads of it: a reason, a greeting."""

    consignment = models.ForeignKey(Consignment, models.CASCADE, related_name="steps")
    origin = models.CharField(_("from"), max_length=10, choices=State)
    state = models.CharField(_("to"), max_length=10, choices=State)
    actor = models.CharField(_("on the side of"), max_length=6, choices=Actor)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("when"))
    note = models.CharField(_("note"), max_length=300, blank=True)
    undone_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    objects = ConsignmentStepQuerySet.as_manager()

    class Meta:
        verbose_name = _("step of a consignment")
        verbose_name_plural = _("steps of consignments")
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.origin} → {self.state}"
