from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.words.public_ids import new_public_id

REPORTED_WITHIN = timedelta(hours=72)  # Personal Data Protection Act B.E. 2562, s. 37 (4)


class BreachQuerySet(models.QuerySet):
    def unreported(self):
        """The clock of these runs."""
        return self.filter(decided_at=None).order_by("noticed_at", "pk")


class Breach(models.Model):
    """Data that somebody saw, changed or lost who should not have: what happened, and whom we told in time.

    `decided_at` stops the clock: the office was told, or it was written down why no harm to anybody is likely.
    """

    class Risk(models.TextChoices):
        NONE = "none", _("No harm to anybody is likely: the office need not be told")
        SOME = "some", _("Harm is possible: the office is told")
        HIGH = "high", _("Harm is likely: the office and the people are told")

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    key = models.CharField(
        max_length=80, unique=True, editable=False, help_text=_("From the form: sent twice, it is noted once.")
    )
    noticed_at = models.DateTimeField(_("when we noticed"))
    what = models.TextField(_("what happened"), max_length=4000)
    whose = models.CharField(_("whose data, about how many people"), max_length=300)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("noted by"))
    noted_at = models.DateTimeField(_("noted"))
    risk = models.CharField(_("danger to people"), max_length=5, choices=Risk, blank=True)
    measures = models.TextField(_("what was done about it"), max_length=4000, blank=True)
    decided_at = models.DateTimeField(_("reported or decided"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )

    objects = BreachQuerySet.as_manager()

    class Meta:
        verbose_name = _("breach")
        verbose_name_plural = _("breaches")
        ordering = ["-noticed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_at=None, decided_by=None)
                | (Q(decided_at__isnull=False, decided_by__isnull=False) & ~Q(risk="") & ~Q(measures="")),
                name="breach_decided_by_someone",
            ),
        ]

    def __str__(self):
        return self.public_id

    @property
    def due_at(self):
        return self.noticed_at + REPORTED_WITHIN
