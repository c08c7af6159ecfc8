"""Promises to do something later, written in the transaction of their cause."""

import uuid

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

UNKEPT = Q(kept_at__isnull=True, dead_at__isnull=True)


class PromiseQuerySet(models.QuerySet):
    def unkept(self):
        """Neither kept nor given up."""
        return self.filter(UNKEPT)

    def due(self, at):
        return self.unkept().filter(due__lte=at)

    def claimable(self, at):
        """Due, leased by nobody alive, and no other promise of the same key is being kept."""
        rival = Promise.objects.filter(topic=OuterRef("topic"), key=OuterRef("key"), leased_until__isnull=False)
        free = Q(leased_until__isnull=True) & ~Exists(rival)
        return self.due(at).filter(free | Q(leased_until__lte=at))

    def retrying(self):
        """Failed before, and waiting for the next try."""
        return self.unkept().filter(tries__gt=0, leased_until__isnull=True)

    def kept(self):
        return self.filter(kept_at__isnull=False)

    def dead(self):
        """Given up after the last try; a person may replay them."""
        return self.filter(dead_at__isnull=False)


class Promise(models.Model):
    """Something to be done once its cause is committed; kept at least once, its effects in the database once."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        LEASED = "leased", _("being kept")
        RETRYING = "retrying", _("to be tried again")
        KEPT = "kept", _("kept")
        DEAD = "dead", _("given up")

    topic = models.CharField(_("topic"), max_length=80)
    payload = models.JSONField(_("payload"), default=dict)
    key = models.CharField(_("key"), max_length=200, null=True, blank=True)
    request_id = models.CharField(_("request"), max_length=64, blank=True, default="", editable=False)
    token = models.UUIDField(default=uuid.uuid4, editable=False)
    made_at = models.DateTimeField(_("made"))
    due = models.DateTimeField(_("due"))
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    leased_by = models.CharField(_("being kept by"), max_length=80, blank=True)
    leased_until = models.DateTimeField(_("lease ends"), null=True, blank=True)
    kept_at = models.DateTimeField(_("kept"), null=True, blank=True)
    dead_at = models.DateTimeField(_("given up"), null=True, blank=True)
    last_error = models.CharField(_("last error"), max_length=300, blank=True)

    objects = PromiseQuerySet.as_manager()

    class Meta:
        verbose_name = _("promise")
        verbose_name_plural = _("promises")
        permissions = [("replay_promise", "Can replay a promise that was given up")]
        indexes = [
            models.Index(fields=["due"], condition=UNKEPT, name="promise_unkept_due"),
            models.Index(fields=["topic", "key"], condition=UNKEPT, name="promise_unkept_key"),
            models.Index(fields=["kept_at"], condition=Q(kept_at__isnull=False), name="promise_kept"),
            models.Index(fields=["dead_at"], condition=Q(dead_at__isnull=False), name="promise_dead"),
        ]
        constraints = [
            # Two workers on one key could let the older reading of its source win.
            models.UniqueConstraint(
                fields=["topic", "key"], condition=Q(leased_until__isnull=False), name="promise_one_lease_per_key"
            ),
            models.CheckConstraint(
                condition=Q(leased_by="", leased_until__isnull=True)
                | (~Q(leased_by="") & Q(leased_until__isnull=False) & UNKEPT),
                name="promise_lease_whole_and_only_while_unkept",
            ),
            models.CheckConstraint(
                condition=Q(kept_at__isnull=True) | Q(dead_at__isnull=True), name="promise_kept_or_dead"
            ),
        ]

    def __str__(self):
        return f"{self.topic} {self.pk}"

    @property
    def state(self):
        if self.kept_at:
            return self.State.KEPT
        if self.dead_at:
            return self.State.DEAD
        if self.leased_until:
            return self.State.LEASED
        return self.State.RETRYING if self.tries else self.State.WAITING

    @property
    def idempotency_key(self):
        """What a provider recognises a repeated call by."""
        return f"promise-{self.token}"


class Turn(models.Model):
    """The last turn of a scheduled topic; whoever moves it on, alone, promises that turn."""

    topic = models.CharField(max_length=80, unique=True)
    began_at = models.DateTimeField()

    def __str__(self):
        return f"{self.topic} {self.began_at:%Y-%m-%d %H:%M:%S}"
