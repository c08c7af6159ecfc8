from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class SignInPassQuerySet(models.QuerySet):
    def open(self, at):
        return self.filter(used_at=None, withdrawn_at=None, expires_at__gt=at)


class SignInPass(models.Model):
    """Lets one person in, once, for a few minutes: made by a coordinator who stands beside her.

    Only a digest of the token is kept. The row is the log: who let whom in, when, and from where.
    """

    digest = models.CharField(max_length=64, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="sign_in_passes", verbose_name=_("person")
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="sign_in_passes_made", verbose_name=_("made by")
    )
    made_at = models.DateTimeField(_("made"))
    expires_at = models.DateTimeField(_("ends"))
    used_at = models.DateTimeField(_("used"), null=True, blank=True)
    used_from = models.GenericIPAddressField(_("used from"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects = SignInPassQuerySet.as_manager()

    class Meta:
        verbose_name = _("sign-in pass")
        verbose_name_plural = _("sign-in passes")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(expires_at__gt=F("made_at")), name="sign_in_pass_ends_later"),
            models.CheckConstraint(
                condition=Q(used_at=None) | Q(used_at__lt=F("expires_at")), name="sign_in_pass_used_in_time"
            ),
            models.CheckConstraint(
                condition=Q(used_at=None) | Q(withdrawn_at=None), name="sign_in_pass_used_or_withdrawn"
            ),
        ]

    def __str__(self):
        return f"{self.user} ({self.made_at:%Y-%m-%d %H:%M})"
