from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.people.contacts import contact_at, contacts_of
from network.people.personal_data_registry import Subject, subject_of
from network.words.public_ids import new_public_id, new_token


class ErasureQuerySet(models.QuerySet):
    def waiting(self):
        """Asked for, neither taken back nor done."""
        return self.filter(stopped_at=None, done_at=None)

    def of(self, subject):
        """The door of who asks: her own, or those of the guest whose contact this browser has proved."""
        if subject.user:
            return self.filter(user=subject.user)
        return self.filter(user=None, contact__in=subject.contacts)

    def done(self):
        return self.filter(done_at__isnull=False)


class Erasure(models.Model):
    """Somebody wants to be forgotten: asked for, may be taken back for a week, then done, once.

    Once done it is the log: whose (an account by its id, never a name), `refs` of things that were hers, and `kept`, the
    rows in which the law wants something to stay: {"funding.Receipt": [ids]}.
    """

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    token = models.CharField(max_length=32, unique=True, default=new_token, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="erasures",
        verbose_name=_("person"),
    )
    contact = models.CharField(_("contact of a guest"), max_length=254, blank=True)
    language = models.CharField(_("language"), max_length=10)
    asked_at = models.DateTimeField(_("asked"))
    due_at = models.DateTimeField(_("to be done"))
    stopped_at = models.DateTimeField(_("taken back"), null=True, blank=True)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)
    refs = models.JSONField(default=list, editable=False)
    kept = models.JSONField(default=dict, editable=False)

    objects = ErasureQuerySet.as_manager()

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(stopped_at=None, done_at=None), name="erasure_of_person_once"
            ),
            models.UniqueConstraint(
                fields=["contact"],
                condition=Q(stopped_at=None, done_at=None, user=None),
                name="erasure_of_guest_once",
            ),
            models.CheckConstraint(condition=Q(stopped_at=None) | Q(done_at=None), name="erasure_taken_back_or_done"),
            models.CheckConstraint(
                condition=Q(user__isnull=False) | Q(done_at__isnull=False) | ~Q(contact=""),
                name="erasure_of_someone",
            ),
        ]

    def __str__(self):
        return self.public_id

    @property
    def is_waiting(self):
        return self.stopped_at is None and self.done_at is None

    @property
    def subject(self):
        return subject_of(self.user) if self.user else Subject(None, (self.contact,) if self.contact else ())

    @property
    def reached_at(self):
        """Every way to tell her of it."""
        return contacts_of(self.user) if self.user else [contact_at(self.contact)]
