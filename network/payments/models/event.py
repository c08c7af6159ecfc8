from django.db import models


class ProviderEvent(models.Model):
    """A provider's message, kept exactly as it came, once."""

    gateway = models.CharField(max_length=20)
    event_id = models.CharField(max_length=120)
    kind = models.CharField(max_length=80)
    object_id = models.CharField(max_length=120, blank=True)
    body = models.TextField()
    received_at = models.DateTimeField()
    processed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gateway", "event_id"], name="event_once")]

    def __str__(self):
        return f"{self.kind} {self.event_id}"
