from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.clock import now


class ConsentQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(withdrawn_at=None)


class Consent(models.Model):
    """What a person agreed to, in which wording, and until when: never overwritten, only withdrawn."""

    class Purpose(models.TextChoices):
        ORDER = "order", _("Terms of an order")
        PLEDGE = "pledge", _("Terms of a pledge")
        MESSAGES = "messages", _("News of my orders by LINE or SMS")
        NEWSLETTER = "newsletter", _("Newsletter")
        PHOTO = "photo", _("Pictures in which I can be recognised")
        CONTACTS = "contacts", _("Showing our phone, LINE and e-mail")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="consents",
        verbose_name=_("person"),
    )
    contact = models.CharField(_("contact of a guest"), max_length=254, blank=True)
    purpose = models.CharField(_("purpose"), max_length=12, choices=Purpose)
    text_version = models.CharField(_("version of the text"), max_length=40)
    language = models.CharField(_("language"), max_length=10)
    ref = models.CharField(_("given with"), max_length=64, blank=True, help_text=_("For example order:k3f9…"))
    given_at = models.DateTimeField(_("given"), default=now)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-given_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(user__isnull=False) | ~Q(contact=""), name="consent_of_someone"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=models.F("given_at")), name="consent_given_first"
            ),
            # A form sent twice is one consent; agreeing again after a withdrawal is another.
            models.UniqueConstraint(
                fields=["user", "purpose", "text_version", "ref"],
                condition=Q(withdrawn_at=None, user__isnull=False),
                name="consent_of_person_once",
            ),
            models.UniqueConstraint(
                fields=["contact", "purpose", "text_version", "ref"],
                condition=Q(withdrawn_at=None, user=None),
                name="consent_of_guest_once",
            ),
        ]

    def __str__(self):
        return f"{self.get_purpose_display()} ({self.text_version})"
