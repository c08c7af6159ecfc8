from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from network.words.public_ids import new_public_id, new_token

from .slip import private_storage


def transfer_picture_path(payout, filename):
    """A name that nobody can guess and that says nothing."""
    return f"payouts/{new_token()}.jpg"


class PayoutQuerySet(models.QuerySet):
    def waiting(self):
        """For an approval, the oldest first."""
        return self.filter(state=Payout.State.ASKED).order_by("asked_at", "pk")

    def to_send(self):
        return self.filter(state=Payout.State.APPROVED).order_by("asked_at", "pk")

    def over(self):
        """Sent or refused, the newest first."""
        return self.filter(state__in=[Payout.State.SENT, Payout.State.REFUSED]).order_by("-pk")


class Payout(models.Model):
    """Money out to a seller, from a fund, for an expense: asked by one person, approved by another, sent once.

    From the asking on its amount is set aside in the books (satang); `ref` names what it is taken from, `payee_…` is the
    account as it stood when it was asked for. `purpose` is public where its source is.
    """

    class State(models.TextChoices):
        ASKED = "asked", _("waiting for approval")
        APPROVED = "approved", _("to be transferred")
        SENT = "sent", _("transferred")
        REFUSED = "refused", _("not approved")

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    key = models.CharField(max_length=120, unique=True, help_text=_("From the asker's form: a double click asks once."))
    kind = models.CharField(max_length=20)
    ref = models.CharField(max_length=64, db_index=True)
    holder = models.ForeignKey(
        "payments.HolderAccount", models.PROTECT, related_name="payouts", verbose_name=_("paid from")
    )
    amount = models.PositiveBigIntegerField(_("amount"), help_text=_("In satang."))
    purpose = models.CharField(_("what for"), max_length=200)
    resolution = models.CharField(_("decision"), max_length=60, blank=True)
    payee_name = models.CharField(_("account holder"), max_length=200)
    payee_bank = models.CharField(_("bank"), max_length=100)
    payee_account = models.CharField(_("account number"), max_length=30)
    beneficiary = models.ForeignKey("people.User", models.PROTECT, null=True, blank=True, related_name="+")
    needs_second = models.BooleanField(_("needs two approvals"), default=False)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.ASKED)
    asked_by = models.ForeignKey("people.User", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    first_approver = models.ForeignKey("people.User", models.PROTECT, null=True, related_name="+")
    first_approved_at = models.DateTimeField(null=True)
    second_approver = models.ForeignKey("people.User", models.PROTECT, null=True, related_name="+")
    second_approved_at = models.DateTimeField(null=True)
    refused_by = models.ForeignKey("people.User", models.PROTECT, null=True, related_name="+")
    refusal = models.CharField(_("why not"), max_length=300, blank=True)
    bank_reference = models.CharField(_("bank reference"), max_length=60, blank=True)
    picture = models.ImageField(upload_to=transfer_picture_path, storage=private_storage, blank=True)
    sent_by = models.ForeignKey("people.User", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = PayoutQuerySet.as_manager()

    class Meta:
        verbose_name = _("payout")
        verbose_name_plural = _("payouts")
        indexes = [models.Index(fields=["state", "asked_at"], name="payout_waiting")]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="payout_amount_positive"),
            # Nobody lets money out alone, nor to herself. NULLs pass: they are nobody.
            models.CheckConstraint(condition=~Q(first_approver=F("asked_by")), name="payout_first_is_another"),
            models.CheckConstraint(condition=~Q(second_approver=F("asked_by")), name="payout_second_is_another"),
            models.CheckConstraint(condition=~Q(second_approver=F("first_approver")), name="payout_two_approvers"),
            models.CheckConstraint(
                condition=~Q(first_approver=F("beneficiary")) & ~Q(second_approver=F("beneficiary")),
                name="payout_not_to_approver",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["asked", "refused"])
                | Q(first_approver__isnull=False, needs_second=False)
                | Q(first_approver__isnull=False, second_approver__isnull=False),
                name="payout_only_approved_goes",
            ),
            models.CheckConstraint(
                condition=~Q(state="sent") | ~Q(bank_reference=""), name="payout_sent_with_reference"
            ),
            # One transfer of the bank pays one payout.
            models.UniqueConstraint(
                fields=["holder", "bank_reference"], condition=~Q(bank_reference=""), name="payout_reference_once"
            ),
        ]

    def __str__(self):
        return self.public_id

    @property
    def entry_key(self):
        """Of its entries in the books; `ref` is what it is taken from."""
        return f"payout:{self.public_id}"

    @property
    def approvers(self):
        """Who has approved it so far."""
        return [one for one in (self.first_approver, self.second_approver) if one]
