import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.clock import now


class MessageQuerySet(models.QuerySet):
    def unsent(self):
        return self.filter(sent_at=None)

    def waiting(self):
        """For an evening's digest."""
        return self.unsent().filter(urgency=Message.Urgency.TODAY, digest=None, once=None)


class Message(models.Model):
    """Something that a person shall be told, over one channel; once sent, its words are kept in the demo only."""

    class Channel(models.TextChoices):
        EMAIL = "email", _("E-mail")
        SMS = "sms", "SMS"
        LINE = "line", "LINE"

    class Urgency(models.TextChoices):
        NOW = "now", pgettext_lazy("message", "at once")
        TODAY = "today", _("in the evening's digest")

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    channel = models.CharField(_("channel"), max_length=5, choices=Channel)
    to = models.CharField(_("to"), max_length=254)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="messages",
        verbose_name=_("person"),
    )
    template = models.CharField(max_length=100)
    context = models.JSONField(default=dict, blank=True)
    language = models.CharField(_("language"), max_length=10)
    subject = models.CharField(_("subject"), max_length=200, blank=True)
    body = models.TextField(_("text"), blank=True)
    urgency = models.CharField(_("urgency"), max_length=5, choices=Urgency, default=Urgency.NOW)
    digest = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="parts", verbose_name=_("digest")
    )
    once = models.CharField(
        max_length=100, null=True, blank=True, unique=True, help_text=_("Names what is said at most once.")
    )
    counted_in = models.DateField(
        null=True, blank=True, help_text=_("The month whose LINE quota it is counted against, by its first day.")
    )
    promised_at = models.DateTimeField(_("promised"), default=now)
    sent_at = models.DateTimeField(pgettext_lazy("when", "sent"), null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-promised_at", "-pk"]
        indexes = [
            models.Index(fields=["to"], name="message_waiting", condition=Q(sent_at=None, urgency="today")),
        ]

    def __str__(self):
        return f"{self.get_channel_display()} {self.to}: {self.template}"
