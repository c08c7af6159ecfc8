from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.organisations.models import Membership, Organisation
from network.payments.models import Payout
from network.payments.models.slip import private_storage
from network.words.public_ids import new_public_id, new_token

from .fund import Fund


def receipt_path(expense, filename):
    """A name that nobody can guess and that says nothing."""
    return f"expenses/{new_token()}.jpg"


class ExpenseQuerySet(models.QuerySet):
    def waiting(self):
        """For the steward, the oldest first."""
        return self.filter(payout=None, refused_at=None).order_by("handed_in_at", "pk")

    def managed_by(self, user):
        """The door of stewards: of their funds, and never one's own; a delegate approves no money."""
        stewards = Organisation.objects.managed_by(user, roles=Membership.Role.values)
        return self.filter(fund__steward__in=stewards).exclude(by=user)


class Expense(models.Model):
    """What a member has paid for a fund and wants back, with a photo of the receipt (amount in satang).

    Once the steward accepts it, it is a payout that she asked for and the steward approved; until then nothing is set aside.
    """

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    key = models.CharField(max_length=80, unique=True, help_text=_("From the form: a double click hands in once."))
    fund = models.ForeignKey(Fund, models.PROTECT, related_name="expenses", verbose_name=_("fund"))
    by = models.ForeignKey("people.User", models.PROTECT, related_name="expenses", verbose_name=_("handed in by"))
    organisation = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, related_name="+", verbose_name=_("organisation")
    )
    amount = models.PositiveBigIntegerField(_("amount"), help_text=_("In satang."))
    purpose = models.CharField(_("what for"), max_length=200)
    picture = models.ImageField(upload_to=receipt_path, storage=private_storage)
    payee_name = models.CharField(_("account holder"), max_length=200)
    payee_bank = models.CharField(_("bank"), max_length=100)
    payee_account = models.CharField(_("account number"), max_length=30)
    handed_in_at = models.DateTimeField()
    payout = models.OneToOneField(Payout, models.PROTECT, null=True, related_name="expense")
    refused_by = models.ForeignKey("people.User", models.PROTECT, null=True, related_name="+")
    refused_at = models.DateTimeField(null=True)
    refusal = models.CharField(_("why not"), max_length=300, blank=True)

    objects = ExpenseQuerySet.as_manager()

    class Meta:
        verbose_name = _("expense")
        verbose_name_plural = _("expenses")
        ordering = ["-handed_in_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="expense_amount_positive"),
            models.CheckConstraint(condition=Q(payout=None) | Q(refused_at=None), name="expense_accepted_or_refused"),
        ]

    def __str__(self):
        return self.public_id

    @property
    def payee(self):
        """As a payout takes it over."""
        return {"payee_name": self.payee_name, "payee_bank": self.payee_bank, "payee_account": self.payee_account}

    @property
    def state_in_words(self):
        if self.refused_at:
            return _("not accepted")
        return self.payout.get_state_display() if self.payout else _("with the steward")
