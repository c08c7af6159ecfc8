from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.words.public_ids import new_public_id


class RefundQuerySet(models.QuerySet):
    def by_hand(self):
        """Refunds that a person must transfer: their gateway cannot send money back."""
        return self.filter(status__in=[Refund.Status.NEEDS_ACCOUNT, Refund.Status.TO_TRANSFER])


class Refund(models.Model):
    """Money on its way back to its payer; a life of its own, because a provider may take days or fail."""

    class Status(models.TextChoices):
        ASKED = "asked", _("asked for")
        PENDING = "pending", pgettext_lazy("refund", "on its way")
        NEEDS_ACCOUNT = "needs_account", _("waiting for the payer's account")
        TO_TRANSFER = "to_transfer", _("to be transferred by hand")
        SUCCEEDED = "succeeded", _("returned")
        FAILED = "failed", _("failed")
        CANCELLED = "cancelled", _("cancelled")

    # From each state, where it may go; a provider's late or repeated word changes nothing else.
    MOVES = {
        Status.ASKED: {Status.PENDING, Status.NEEDS_ACCOUNT, Status.SUCCEEDED, Status.FAILED, Status.CANCELLED},
        Status.PENDING: {Status.NEEDS_ACCOUNT, Status.SUCCEEDED, Status.FAILED, Status.CANCELLED},
        Status.NEEDS_ACCOUNT: {Status.PENDING, Status.TO_TRANSFER, Status.SUCCEEDED, Status.FAILED, Status.CANCELLED},
        Status.TO_TRANSFER: {Status.SUCCEEDED, Status.FAILED},
        Status.SUCCEEDED: {Status.FAILED},
        Status.FAILED: {Status.NEEDS_ACCOUNT, Status.TO_TRANSFER},
        Status.CANCELLED: {Status.NEEDS_ACCOUNT, Status.TO_TRANSFER},
    }

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    part = models.ForeignKey("payments.AttemptPart", models.PROTECT, related_name="refunds")
    key = models.CharField(max_length=120, unique=True)
    amount = models.PositiveBigIntegerField(_("amount"), help_text=_("In satang."))
    reason = models.CharField(_("reason"), max_length=300)
    status = models.CharField(max_length=15, choices=Status, default=Status.ASKED)
    provider_ref = models.CharField(max_length=120, blank=True)
    payee_name = models.CharField(_("account holder"), max_length=200, blank=True)
    payee_bank = models.CharField(_("bank"), max_length=100, blank=True)
    payee_account = models.CharField(_("account number"), max_length=30, blank=True)
    bank_reference = models.CharField(_("bank reference"), max_length=60, blank=True)
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = RefundQuerySet.as_manager()

    class Meta:
        verbose_name = _("refund")
        verbose_name_plural = _("refunds")
        constraints = [models.CheckConstraint(condition=Q(amount__gt=0), name="refund_amount_positive")]

    def __str__(self):
        return self.public_id

    @property
    def ref(self):
        return f"refund:{self.public_id}"
