from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.words.public_ids import new_public_id

ANSWERED_WITHIN = timedelta(days=30)  # Personal Data Protection Act B.E. 2562, s. 30
RUNS_SHORT = timedelta(days=7)


class DataRequestQuerySet(models.QuerySet):
    def open(self):
        """The one whose clock ends first stands first."""
        return self.filter(answered_at=None).order_by("due_at", "pk")

    def answered(self):
        return self.filter(answered_at__isnull=False).order_by("-answered_at", "-pk")


class DataRequest(models.Model):
    """What somebody asks of us about her data, and what we answered: within thirty days."""

    class Kind(models.TextChoices):
        ACCESS = "access", _("See or copy")
        CORRECTION = "correction", _("Correct")
        ERASURE = "erasure", _("Erase")
        OBJECTION = "objection", _("Object or restrict")
        NAMED = "named", _("Take a name out of pages")
        OTHER = "other", _("Something else")

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    key = models.CharField(
        max_length=80, unique=True, editable=False, help_text=_("From the form: sent twice, it asks once.")
    )
    kind = models.CharField(_("what is asked"), max_length=12, choices=Kind)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("person")
    )
    name = models.CharField(_("who asks"), max_length=150, blank=True)
    contact = models.CharField(_("how to reach her"), max_length=254, blank=True)
    words = models.TextField(_("in her words"), max_length=4000, blank=True)
    places = models.JSONField(default=list, editable=False, help_text=_("Where her name stands in pages and texts."))
    came_at = models.DateTimeField(_("came in"))
    due_at = models.DateTimeField(_("to be answered by"))
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("noted by")
    )
    answer = models.TextField(_("what was done"), max_length=4000, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("answered by")
    )

    objects = DataRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request about personal data")
        verbose_name_plural = _("requests about personal data")
        ordering = ["-came_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None)
                | (Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
                name="data_request_answered_by_someone",
            ),
        ]

    def __str__(self):
        return self.public_id

    def runs_short(self, at):
        return self.answered_at is None and self.due_at - at < RUNS_SHORT
