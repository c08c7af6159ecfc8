from datetime import timedelta

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from network.people.personal_data_registry import Subject, subject_of
from network.words.public_ids import new_public_id, new_token

GIVEN_UP = timedelta(hours=1)


def private_storage():
    """Where no address leads: a view that checks the reader opens these."""
    return storages["private"]


def copy_path(copy, filename):
    """A name that nobody can guess and that says nothing."""
    return f"copies/{new_token()}.zip"


class DataCopyQuerySet(models.QuerySet):
    def of(self, subject):
        """The door of who asks: her own, or those of the guest whose contact this browser has proved."""
        if subject.user:
            return self.filter(user=subject.user)
        return self.filter(user=None, contact__in=subject.contacts)

    def standing(self, at):
        """Being made, or to be fetched."""
        return self.exclude(self.is_over(at))

    def over(self, at):
        return self.filter(self.is_over(at))

    @staticmethod
    def is_over(at):
        """Its time has passed, or it should have been made long ago: she may ask anew."""
        return Q(ends_at__isnull=False, ends_at__lte=at) | Q(made_at=None, asked_at__lte=at - GIVEN_UP)


class DataCopy(models.Model):
    """All that is kept of somebody, in one file that only she can fetch, for two days."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("person")
    )
    contact = models.CharField(_("contact of a guest"), max_length=254, blank=True)
    language = models.CharField(_("language"), max_length=10)
    asked_at = models.DateTimeField(_("asked"))
    steps = models.PositiveSmallIntegerField(default=0, help_text=_("How many parts it will have."))
    steps_done = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField(_("made"), null=True, blank=True)
    ends_at = models.DateTimeField(_("deleted after"), null=True, blank=True)
    file = models.FileField(upload_to=copy_path, storage=private_storage, blank=True)
    size = models.PositiveBigIntegerField(default=0, help_text=_("In bytes."))

    objects = DataCopyQuerySet.as_manager()

    class Meta:
        verbose_name = _("copy of somebody's data")
        verbose_name_plural = _("copies of people's data")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            # Pressed twice, it is made once.
            models.UniqueConstraint(fields=["user"], condition=Q(made_at=None), name="data_copy_of_person_once"),
            models.UniqueConstraint(
                fields=["contact"], condition=Q(made_at=None, user=None), name="data_copy_of_guest_once"
            ),
            models.CheckConstraint(
                condition=Q(made_at=None, ends_at=None) | Q(ends_at__gt=F("made_at")), name="data_copy_ends"
            ),
        ]

    def __str__(self):
        return self.public_id

    @property
    def is_ready(self):
        return self.made_at is not None and bool(self.file)

    @property
    def percent(self):
        return 100 * self.steps_done // self.steps if self.steps else 0

    @property
    def subject(self):
        return subject_of(self.user) if self.user else Subject(None, (self.contact,))
