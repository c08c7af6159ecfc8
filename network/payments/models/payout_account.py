from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from network.words.public_ids import new_public_id


class PayoutAccountQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(ended_at=None)

    def checked(self):
        """What money may be sent to: one an organisation."""
        return self.standing().filter(checked_by__isnull=False)

    def waiting(self):
        return self.standing().filter(checked_by=None).order_by("entered_at", "pk")


class PayoutAccount(models.Model):
    """Where an organisation wants its money: entered by one person, checked by another, replaced and never changed.

    The one in use stays in use until its successor is checked.
    """

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    organisation = models.ForeignKey(
        "organisations.Organisation", models.CASCADE, related_name="payout_accounts", verbose_name=_("organisation")
    )
    name = models.CharField(_("account holder"), max_length=200)
    bank = models.CharField(_("bank"), max_length=100)
    account = models.CharField(_("account number"), max_length=30)
    entered_by = models.ForeignKey("people.User", models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    checked_by = models.ForeignKey("people.User", models.PROTECT, null=True, related_name="+")
    checked_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    refusal = models.CharField(_("why not"), max_length=300, blank=True)

    objects = PayoutAccountQuerySet.as_manager()

    class Meta:
        verbose_name = _("payout account")
        verbose_name_plural = _("payout accounts")
        constraints = [
            models.CheckConstraint(condition=~Q(checked_by=F("entered_by")), name="payout_account_checked_by_another"),
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(ended_at=None, checked_by__isnull=False),
                name="payout_account_one_in_use",
            ),
            models.UniqueConstraint(
                fields=["organisation"], condition=Q(ended_at=None, checked_by=None), name="payout_account_one_waiting"
            ),
        ]

    def __str__(self):
        return self.public_id

    @property
    def payee(self):
        """As a payout takes it over."""
        return {"payee_name": self.name, "payee_bank": self.bank, "payee_account": self.account}
