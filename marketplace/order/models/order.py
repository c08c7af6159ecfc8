"""Oscar's order is our order: it exists before its payment, under a token of its own."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from oscar.apps.order.abstract_models import AbstractOrder

from network.people.contacts import contact_at, read_contact
from network.words.public_ids import new_public_id, new_token

LINK_LASTS = timedelta(days=180)


class OrderNumber(models.Model):
    """Where order numbers come from: a row's key is the next one, without a lock that orders would queue for.

    A number whose order was not placed after all is lost; that matters to nobody (receipts have numbers of their own).
    """

    taken_at = models.DateTimeField()

    def __str__(self):
        return str(self.pk)


class OrderQuerySet(models.QuerySet):
    def of(self, user):
        """The door of buyers who are signed in: their own, and what they ordered as guests with a proved contact."""
        if not user.is_authenticated:
            return self.none()
        proved = [user.email if user.email_verified else None, user.phone if user.phone_verified else None]
        return self.filter(Q(user=user) | Q(user=None, contact__in=[contact for contact in proved if contact]))

    def unpaid(self):
        return self.filter(status=Order.Status.WAITING)


class Order(AbstractOrder):
    """A purchase of one or more sellers' goods. Its holds and its payment hang on `ref`."""

    class Status(models.TextChoices):
        """How it stands with the money; how it stands with the goods, each consignment says."""

        WAITING = "waiting", _("waiting for payment")
        PAID = "paid", _("paid")
        EXPIRED = "expired", _("not paid in time")
        CANCELLED = "cancelled", _("cancelled")

    # An order that ended unpaid comes back to life when its buyer pays after all and the goods are still there.
    MOVES = {
        Status.WAITING: {Status.PAID, Status.EXPIRED, Status.CANCELLED},
        Status.EXPIRED: {Status.WAITING, Status.PAID},
        Status.CANCELLED: {Status.WAITING, Status.PAID},
        Status.PAID: set(),
    }

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    token = models.CharField(max_length=32, unique=True, default=new_token, editable=False)
    link_ends_at = models.DateTimeField(_("link ends"), editable=False)
    key = models.CharField(
        max_length=80, unique=True, editable=False, help_text=_("Of the form: sent twice, it orders once.")
    )
    status = models.CharField(_("payment"), max_length=10, choices=Status, default=Status.WAITING)
    total = models.PositiveBigIntegerField(_("total"), help_text=_("In satang, delivery included."))
    name = models.CharField(_("buyer's name"), max_length=120)
    contact = models.CharField(_("e-mail or phone"), max_length=254)
    language = models.CharField(_("buyer's language"), max_length=10)
    paid_at = models.DateTimeField(_("paid at"), null=True, blank=True)
    payments_begun = models.PositiveSmallIntegerField(_("payments begun"), default=1, editable=False)

    objects = OrderQuerySet.as_manager()

    class Meta(AbstractOrder.Meta):
        abstract = False
        verbose_name = _("order")
        verbose_name_plural = _("orders")
        constraints = [
            models.CheckConstraint(condition=Q(total__gt=0), name="order_total_positive"),
            models.CheckConstraint(condition=Q(currency="THB"), name="order_in_baht"),
            models.CheckConstraint(condition=~Q(status="paid") | Q(paid_at__isnull=False), name="order_paid_has_time"),
        ]

    def get_absolute_url(self):
        return reverse("orders:order", args=[self.token])

    @property
    def ref(self):
        return f"order:{self.public_id}"

    @property
    def is_waiting(self):
        return self.status == self.Status.WAITING

    @property
    def is_paid(self):
        return self.status == self.Status.PAID

    @property
    def has_ended_unpaid(self):
        return self.status in {self.Status.EXPIRED, self.Status.CANCELLED}

    @property
    def reach(self):
        """The buyer's contact as messages want it."""
        return contact_at(self.contact)

    @property
    def contact_words(self):
        """The buyer's contact as people write it."""
        return read_contact(self.reach)
