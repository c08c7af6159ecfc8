from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.clock import now


class NetworkRoleQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(ended_at=None)

    def of(self, role):
        return self.filter(role=role)


class NetworkRole(models.Model):
    """What a person does for the whole network; those who hold one are its staff."""

    class Role(models.TextChoices):
        EDITOR = "editor", _("Editor")
        REVIEWER = "reviewer", _("Reviewer")
        COORDINATOR = "coordinator", _("Coordinator")
        TREASURER = "treasurer", _("Treasurer")
        ADMIN = "admin", _("Administrator")

        @property
        def group_name(self):
            """Of the Django group through which Wagtail, which knows groups only, sees who holds this role."""
            return f"role: {self.value}"

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="network_roles", verbose_name=_("person")
    )
    role = models.CharField(_("role"), max_length=12, choices=Role)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("granted by")
    )
    granted_at = models.DateTimeField(_("granted"), default=now)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("ended by")
    )

    objects = NetworkRoleQuerySet.as_manager()

    class Meta:
        verbose_name = _("role in the network")
        verbose_name_plural = _("roles in the network")
        ordering = ["user", "role", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "role"], condition=Q(ended_at=None), name="network_role_once"),
        ]

    def __str__(self):
        return f"{self.user}: {self.get_role_display()}"
