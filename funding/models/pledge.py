from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.words.public_ids import new_public_id, new_token

from .fund import Fund


class PledgeQuerySet(models.QuerySet):
    def open(self):
        return self.filter(status__in=[Pledge.Status.OPEN, Pledge.Status.LAPSED])

    def captured(self):
        return self.filter(status=Pledge.Status.CAPTURED)

    def managed_by(self, user):
        return self.filter(fund__in=Fund.objects.managed_by(user))


class Pledge(models.Model):
    """A donor's promise to a fund; money moves when it is captured."""

    class Status(models.TextChoices):
        OPEN = "open", _("waiting for payment")
        CAPTURED = "captured", _("received")
        LAPSED = "lapsed", _("not paid")
        REFUNDED = "refunded", _("returned")

    class ShownAs(models.TextChoices):
        NAMED = "named", _("With my name and the amount")
        AMOUNT_ONLY = "amount", _("Only the amount, without my name")
        ANONYMOUS = "anonymous", _("Anonymously")

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    token = models.CharField(max_length=32, unique=True, default=new_token, editable=False)
    key = models.CharField(
        max_length=80, unique=True, help_text=_("From the donor's form: a double click pledges once.")
    )
    fund = models.ForeignKey(Fund, models.PROTECT, related_name="pledges")
    amount = models.PositiveBigIntegerField(_("amount"), help_text=_("In satang: 100 is 1 baht."))
    refunded = models.PositiveBigIntegerField(default=0, help_text=_("In satang."))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.OPEN)
    shown_as = models.CharField(_("shown as"), max_length=10, choices=ShownAs, default=ShownAs.NAMED)
    name = models.CharField(_("name"), max_length=120, blank=True)
    in_memory_of = models.CharField(_("in memory of"), max_length=120, blank=True)
    contact = models.CharField(_("e-mail or phone"), max_length=254, blank=True)
    receipt_name = models.CharField(_("name on the receipt"), max_length=200, blank=True)
    user = models.ForeignKey("people.User", models.SET_NULL, null=True, blank=True, related_name="pledges")
    language = models.CharField(max_length=10, default="th")
    terms_version = models.CharField(max_length=40, blank=True, help_text=_("Which text the donor agreed to."))
    made_at = models.DateTimeField()
    captured_at = models.DateTimeField(null=True)

    objects = PledgeQuerySet.as_manager()

    class Meta:
        verbose_name = _("pledge")
        verbose_name_plural = _("pledges")
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="pledge_amount_positive"),
            models.CheckConstraint(
                condition=Q(refunded__lte=models.F("amount")), name="pledge_refunded_at_most_amount"
            ),
            models.CheckConstraint(
                condition=~Q(status="captured") | Q(captured_at__isnull=False), name="pledge_captured_at_a_time"
            ),
        ]
        indexes = [models.Index(fields=["fund", "-captured_at"], name="pledge_latest")]

    def __str__(self):
        return self.public_id

    def get_absolute_url(self):
        return reverse("funds:thanks", args=[self.token])

    @property
    def ref(self):
        return f"pledge:{self.public_id}"

    @property
    def public_name(self):
        """What strangers may read of the donor: the chosen name, or nothing."""
        return self.name if self.shown_as == self.ShownAs.NAMED else ""
