from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.words.public_ids import new_public_id, new_token


class PaymentAttemptQuerySet(models.QuerySet):
    def open(self):
        """Attempts that may still be paid."""
        return self.filter(status__in=PaymentAttempt.OPEN)

    def due_for_a_look(self, at):
        """Open attempts whose clock has run out: the sweep asks their provider once more and closes them."""
        return self.open().filter(expires_at__lte=at)


class PaymentAttempt(models.Model):
    """One try to collect money for one or more parts, written down before any provider is asked."""

    class Status(models.TextChoices):
        CREATED = "created", _("being prepared")
        WAITING = "waiting", _("waiting for payment")
        CHECKING = "checking", _("slip being checked")
        PAID = "paid", _("paid")
        SETTLED = "settled", _("paid and done")
        FAILED = "failed", _("failed")
        EXPIRED = "expired", _("too late")
        CANCELLED = "cancelled", _("cancelled")
        NEEDS_REVIEW = "needs_review", _("being looked into")

    OPEN = [Status.CREATED, Status.WAITING, Status.CHECKING]
    MONEY_IN = [Status.PAID, Status.SETTLED, Status.NEEDS_REVIEW]

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    token = models.CharField(max_length=32, unique=True, default=new_token, editable=False)
    key = models.CharField(max_length=80, unique=True, help_text=_("From the payer's form: a double click pays once."))
    gateway = models.CharField(max_length=20)
    holder = models.ForeignKey("payments.HolderAccount", models.PROTECT, related_name="attempts")
    amount = models.PositiveBigIntegerField(_("amount"), help_text=_("In satang: 100 is 1 baht."))
    currency = models.CharField(max_length=3, default="THB")
    refunded = models.PositiveBigIntegerField(default=0, help_text=_("In satang: asked back and not failed."))
    status = models.CharField(max_length=12, choices=Status, default=Status.CREATED)
    title = models.CharField(max_length=200, help_text=_("What the payer reads at the provider."))
    language = models.CharField(max_length=10, default="th")
    contact = models.CharField(max_length=254, blank=True, help_text=_("E-mail or phone of the payer."))
    user = models.ForeignKey("people.User", models.SET_NULL, null=True, blank=True, related_name="payment_attempts")
    return_path = models.CharField(max_length=300)
    provider_ref = models.CharField(max_length=120, blank=True)
    provider_payment = models.CharField(max_length=120, blank=True)
    provider_url = models.URLField(max_length=1000, blank=True)
    provider_fee = models.PositiveBigIntegerField(default=0, help_text=_("In satang."))
    received = models.PositiveBigIntegerField(null=True, help_text=_("In satang: what really came."))
    created_at = models.DateTimeField()
    called_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField()
    paid_at = models.DateTimeField(null=True)

    objects = PaymentAttemptQuerySet.as_manager()

    class Meta:
        verbose_name = _("payment attempt")
        verbose_name_plural = _("payment attempts")
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="attempt_amount_positive"),
            # More can never be asked back than was asked for.
            models.CheckConstraint(condition=Q(refunded__lte=F("amount")), name="attempt_refunded_at_most_amount"),
            models.UniqueConstraint(
                fields=["gateway", "provider_ref"], condition=~Q(provider_ref=""), name="attempt_provider_ref_once"
            ),
        ]
        indexes = [models.Index(fields=["status", "expires_at"], name="attempt_due")]

    def __str__(self):
        return self.public_id

    def get_absolute_url(self):
        return reverse("pay:attempt", args=[self.token])

    @property
    def ref(self):
        return f"attempt:{self.public_id}"

    @property
    def is_open(self):
        return self.status in self.OPEN

    @property
    def has_money(self):
        return self.status in self.MONEY_IN


class AttemptPart(models.Model):
    """What a share of an attempt's amount is for: an order, a pledge. The parts sum to the whole."""

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        FULFILLED = "fulfilled", _("fulfilled")
        RELEASED = "released", _("released")
        RETURNED = "returned", _("returned")

    attempt = models.ForeignKey(PaymentAttempt, models.PROTECT, related_name="parts")
    kind = models.CharField(max_length=20)
    ref = models.CharField(max_length=40, db_index=True)
    amount = models.PositiveBigIntegerField(help_text=_("In satang."))
    fee = models.PositiveBigIntegerField(default=0, help_text=_("This part's share of the provider's fee, in satang."))
    refunded = models.PositiveBigIntegerField(default=0, help_text=_("In satang."))
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="part_amount_positive"),
            models.CheckConstraint(condition=Q(refunded__lte=F("amount")), name="part_refunded_at_most_amount"),
            models.UniqueConstraint(fields=["attempt", "ref"], name="part_ref_once"),
        ]

    def __str__(self):
        return f"{self.ref}: {self.amount}"
