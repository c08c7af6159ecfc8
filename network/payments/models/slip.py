from django.core.files.storage import storages
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.words.public_ids import new_public_id, new_token


def slip_path(slip, filename):
    """A name that nobody can guess and that says nothing."""
    return f"slips/{new_token()}.jpg"


def private_storage():
    """Where no address leads: a view that checks the reader opens these."""
    return storages["private"]


class Slip(models.Model):
    """The picture of a transfer that a payer hands in; a person judges it."""

    class Status(models.TextChoices):
        WAITING = "waiting", _("to be checked")
        CONFIRMED = "confirmed", _("confirmed")
        WRONG_AMOUNT = "wrong_amount", _("wrong amount")
        NOT_OURS = "not_ours", _("not ours")

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    attempt = models.ForeignKey("payments.PaymentAttempt", models.PROTECT, related_name="slips")
    picture = models.ImageField(upload_to=slip_path, storage=private_storage)
    trans_ref = models.CharField(max_length=60, null=True, blank=True)
    status = models.CharField(max_length=12, choices=Status, default=Status.WAITING)
    handed_in_at = models.DateTimeField()
    received = models.PositiveBigIntegerField(null=True, help_text=_("In satang, as the judge read it."))
    judged_by = models.ForeignKey("people.User", models.PROTECT, null=True, related_name="+")
    judged_at = models.DateTimeField(null=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("slip")
        verbose_name_plural = _("slips")
        constraints = [
            # One transfer pays once. A slip that was not ours frees its reference for whoever really made it.
            models.UniqueConstraint(fields=["trans_ref"], condition=~Q(status="not_ours"), name="slip_trans_ref_once"),
            models.UniqueConstraint(fields=["attempt"], condition=Q(status="waiting"), name="slip_one_waiting"),
        ]
        indexes = [models.Index(fields=["status", "handed_in_at"], name="slip_waiting")]

    def __str__(self):
        return self.public_id
