from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from network.clock import now

from .organisation import Organisation


class DelegateQuerySet(models.QuerySet):
    def standing(self, at=None):
        at = at or now()
        return self.filter(Q(until=None) | Q(until__gt=at), revoked_at=None)


class Delegate(models.Model):
    """A person whom an organisation lets act for it, until it takes that back; nothing is done unseen."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="delegations", verbose_name=_("person")
    )
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="delegates", verbose_name=_("organisation")
    )
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="delegations_granted", verbose_name=_("granted by")
    )
    granted_at = models.DateTimeField(_("granted"), default=now)
    until = models.DateTimeField(_("until"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="delegations_revoked",
        verbose_name=_("revoked by"),
    )

    objects = DelegateQuerySet.as_manager()

    class Meta:
        verbose_name = _("delegate")
        verbose_name_plural = _("delegates")
        ordering = ["-granted_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation"], condition=Q(revoked_at=None), name="delegate_once"
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_by=None) | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="delegate_revoked_by_someone",
            ),
            # Nobody gives herself lasting power; who stands in where nobody answers yet does so for a while.
            models.CheckConstraint(
                condition=~Q(granted_by=F("user")) | Q(until__isnull=False), name="delegate_by_oneself_for_a_while"
            ),
        ]

    def __str__(self):
        return f"{self.user} → {self.organisation}"


class DelegateLog(models.Model):
    """One thing that a delegate did, for the organisation to read."""

    delegate = models.ForeignKey(Delegate, models.PROTECT, related_name="log", verbose_name=_("delegate"))
    at = models.DateTimeField(_("when"), default=now)
    deed = models.CharField(_("what was done"), max_length=200)
    ref = models.CharField(_("with"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("deed of a delegate")
        verbose_name_plural = _("deeds of delegates")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return self.deed
