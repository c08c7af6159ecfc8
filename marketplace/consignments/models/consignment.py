"""The lines of one seller in an order: sent or handed over together, cancelled and refunded together."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from network.organisations.models import Organisation
from network.words.public_ids import new_public_id

from .carrier import Carrier


class State(models.TextChoices):
    """A consignment's way from the order to the buyer."""

    UNPAID = "unpaid", _("waiting for payment")
    NEW = "new", _("new")
    ACCEPTED = "accepted", _("accepted")
    PACKED = "packed", _("packed")
    SENT = "sent", _("on its way")
    READY = "ready", _("ready to be picked up")
    DONE = "done", _("arrived")
    CANCELLED = "cancelled", _("cancelled")


class Actor(models.TextChoices):
    """On whose side somebody moved it."""

    SELLER = "seller", _("the seller")
    BUYER = "buyer", _("the buyer")
    SYSTEM = "system", _("the platform")


MOVES = {
    State.UNPAID: {State.NEW, State.CANCELLED},
    State.NEW: {State.ACCEPTED, State.CANCELLED},
    State.ACCEPTED: {State.PACKED, State.CANCELLED},
    State.PACKED: {State.SENT, State.READY, State.CANCELLED},
    State.SENT: {State.DONE},
    State.READY: {State.DONE, State.CANCELLED},
    State.DONE: set(),
    State.CANCELLED: set(),
}
OPEN = [State.NEW, State.ACCEPTED, State.PACKED, State.SENT, State.READY]
TO_DO = [State.NEW, State.ACCEPTED, State.PACKED, State.READY]
BUYER_MAY_CANCEL = [State.NEW, State.ACCEPTED]
SELLER_MAY_CANCEL = [State.NEW, State.ACCEPTED, State.PACKED, State.READY]
# Nothing has left the house and nobody outside has been told yet.
UNDOABLE = {
    State.ACCEPTED: State.NEW,
    State.PACKED: State.ACCEPTED,
    State.SENT: State.PACKED,
    State.READY: State.PACKED,
}


class ConsignmentQuerySet(models.QuerySet):
    def managed_by(self, user):
        """The door of sellers: their own organisations' consignments, none before its order may be prepared."""
        own = Organisation.objects.managed_by(user)
        return self.filter(seller__organisation__in=own).exclude(state=State.UNPAID).exclude(never_paid=True)

    def of_seller(self, organisation):
        return self.filter(seller__organisation=organisation)

    def to_do(self):
        """What waits for a hand of the seller, the oldest first."""
        return self.filter(state__in=TO_DO).order_by("order__date_placed", "pk")

    def paid_into(self, attempt):
        """Those that an attempt pays for: of its order, with its holder."""
        refs = [part.ref.removeprefix("order:") for part in attempt.parts.all()]
        return self.filter(order__public_id__in=refs, holder=attempt.holder_id)

    def with_order(self):
        """With all that a seller's list and page show, in a constant number of queries."""
        return self.select_related(
            "order__shipping_address__country", "seller__organisation", "carrier", "pick_up"
        ).prefetch_related("order__lines", "steps", "pick_up__texts", "seller__organisation__texts")


class Consignment(models.Model):
    """Amounts in satang; goods plus shipping of an order's consignments sum to its total."""

    State = State

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    order = models.ForeignKey("order.Order", models.PROTECT, related_name="consignments", verbose_name=_("order"))
    position = models.PositiveSmallIntegerField(_("position"))
    seller = models.ForeignKey("partner.Partner", models.PROTECT, related_name="consignments", verbose_name=_("seller"))
    holder = models.ForeignKey(
        "payments.HolderAccount", models.PROTECT, related_name="+", verbose_name=_("holder account paid into")
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.UNPAID)
    never_paid = models.BooleanField(default=False, editable=False, help_text=_("Its order ended without payment."))
    hold_ref = models.CharField(max_length=120, editable=False, help_text=_("Under which its units are held."))
    method = models.CharField(_("delivery"), max_length=40)
    pick_up = models.ForeignKey(
        "partner.PickUpPoint", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("pick-up point")
    )
    days_min = models.PositiveSmallIntegerField(_("days, at least"), default=0)
    days_max = models.PositiveSmallIntegerField(_("days, at most"), default=0)
    goods = models.PositiveBigIntegerField(_("goods"))
    shipping = models.PositiveBigIntegerField(_("delivery cost"), default=0)
    shipping_vat = models.PositiveBigIntegerField(_("VAT contained in the delivery cost"), default=0)
    shipping_undone = models.PositiveBigIntegerField(_("of the delivery cost given back"), default=0)
    carrier = models.ForeignKey(
        Carrier, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("carrier")
    )
    tracking_number = models.CharField(_("tracking number"), max_length=40, blank=True)

    objects = ConsignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consignment")
        verbose_name_plural = _("consignments")
        ordering = ["order", "position"]
        indexes = [models.Index(fields=["seller", "state"], name="consignment_seller_state")]
        constraints = [
            models.UniqueConstraint(fields=["order", "position"], name="consignment_position_once"),
            # A seller's lines are those of the order with her name on: one consignment, so that the link is plain.
            models.UniqueConstraint(fields=["order", "seller"], name="consignment_one_per_seller"),
            models.CheckConstraint(
                condition=Q(shipping_undone__lte=F("shipping")), name="consignment_shipping_undone_within"
            ),
            models.CheckConstraint(condition=~Q(state="sent") | Q(pick_up=None), name="consignment_sent_or_picked_up"),
            models.CheckConstraint(
                condition=Q(never_paid=False) | Q(state="cancelled"), name="consignment_never_paid_is_over"
            ),
        ]

    def __str__(self):
        return self.number

    @property
    def ref(self):
        return f"consignment:{self.public_id}"

    @property
    def number(self):
        return f"{self.order.number}-{self.position}"

    @property
    def lines(self):
        """This seller's lines of the order; no query where `order__lines` was prefetched."""
        return [line for line in self.order.lines.all() if line.partner_id == self.seller_id]

    @property
    def total(self):
        return self.goods + self.shipping

    @property
    def left(self):
        """Satang of it that no refund has taken back."""
        return sum(line.total - line.undone for line in self.lines) + self.shipping - self.shipping_undone

    @property
    def is_picked_up(self):
        return self.pick_up_id is not None

    @property
    def tracking_link(self):
        return self.carrier.link_to(self.tracking_number) if self.carrier else ""

    @property
    def may_be_cancelled_by_buyer(self):
        return self.state in BUYER_MAY_CANCEL

    @property
    def may_be_refused_by_seller(self):
        return self.state in SELLER_MAY_CANCEL

    @property
    def next_state(self):
        """Where its seller's one button leads, or None when nothing is left to do."""
        onward = {
            State.NEW: State.ACCEPTED,
            State.ACCEPTED: State.PACKED,
            State.SENT: State.DONE,
            State.READY: State.DONE,
        }
        if self.state == State.PACKED:
            return State.READY if self.is_picked_up else State.SENT
        return onward.get(self.state)
