from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .organisation import Organisation


class HelperLinkQuerySet(models.QuerySet):
    def open(self, at):
        return self.filter(used_at=None, withdrawn_at=None, expires_at__gt=at)


class HelperLink(models.Model):
    """Lets one person become a delegate, once: made by an owner, who shows or sends it to whom she trusts."""

    digest = models.CharField(max_length=64, unique=True, editable=False)
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="helper_links", verbose_name=_("organisation")
    )
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("made by"))
    made_at = models.DateTimeField(_("made"))
    expires_at = models.DateTimeField(_("ends"))
    used_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("used by")
    )
    used_at = models.DateTimeField(_("used"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects = HelperLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link for a delegate")
        verbose_name_plural = _("links for delegates")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(used_by=None, used_at=None) | Q(used_by__isnull=False, used_at__isnull=False),
                name="helper_link_used_by_someone",
            ),
            models.CheckConstraint(condition=~Q(used_by=F("made_by")), name="helper_link_for_another"),
        ]

    def __str__(self):
        return f"{self.organisation}: {self.made_at:%Y-%m-%d}"
