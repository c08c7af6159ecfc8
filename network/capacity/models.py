"""Pools of scarce units, and the holds on them."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PoolQuerySet(models.QuerySet):
    def with_left(self, at):
        """Each pool with `left_now`: what could be taken, counting holds that have ended as free."""
        ended = Hold.objects.ended(at).filter(pool=OuterRef("pk")).order_by().values("pool")
        units = Coalesce(Subquery(ended.values(units=Sum("quantity"))), 0, output_field=models.BigIntegerField())
        return self.annotate(left_now=F("size") - F("taken") + units)

    def available(self, at):
        """Pools from which at least one unit could be taken."""
        return self.filter(Q(size__gt=F("taken")) | Exists(Hold.objects.ended(at).filter(pool=OuterRef("pk"))))


class Pool(models.Model):
    """A shared quantity that several things draw from: stock, seats, slots, rewards, a campaign's cap in satang."""

    ref = models.CharField(max_length=120, unique=True)
    size = models.PositiveBigIntegerField(_("units in all"))
    taken = models.PositiveBigIntegerField(_("units taken"), default=0)
    confirmed = models.PositiveBigIntegerField(_("of these confirmed"), default=0)

    objects = PoolQuerySet.as_manager()

    class Meta:
        verbose_name = _("pool")
        verbose_name_plural = _("pools")
        constraints = [
            # The actions never let it come to this; should one ever forget, nothing is oversold even so.
            models.CheckConstraint(condition=Q(taken__lte=F("size")), name="pool_taken_within_size"),
            models.CheckConstraint(condition=Q(confirmed__lte=F("taken")), name="pool_confirmed_within_taken"),
        ]

    def __str__(self):
        return self.ref

    @property
    def left(self):
        """Units left by the counter: holds that have ended but were not tidied up count as taken."""
        return self.size - self.taken


class HoldQuerySet(models.QuerySet):
    def live(self):
        """Those that count in their pool."""
        return self.filter(state__in=[Hold.State.HELD, Hold.State.CONFIRMED])

    def ended(self, at):
        """Held beyond their time: free for whoever asks next."""
        return self.filter(state=Hold.State.HELD, until__lte=at)

    def standing(self):
        """Not given back on purpose: an expired one may still be revived if nobody took its units."""
        return self.exclude(state=Hold.State.RELEASED)


class Hold(models.Model):
    """Units of a pool set aside for one thing, for a while or, once confirmed, for good.

    Moves: held → confirmed, released, expired; expired → held, confirmed, released.
    """

    class State(models.TextChoices):
        HELD = "held", _("held")
        CONFIRMED = "confirmed", _("confirmed")
        RELEASED = "released", _("released")
        EXPIRED = "expired", pgettext_lazy("a hold", "expired")

    pool = models.ForeignKey(Pool, models.PROTECT, related_name="holds")
    for_ref = models.CharField(max_length=120)
    quantity = models.PositiveBigIntegerField(_("units"))
    returned = models.PositiveBigIntegerField(_("of these returned"), default=0)
    until = models.DateTimeField(_("held until"))
    state = models.CharField(max_length=10, choices=State, default=State.HELD)
    made_at = models.DateTimeField()

    objects = HoldQuerySet.as_manager()

    class Meta:
        verbose_name = _("hold")
        verbose_name_plural = _("holds")
        indexes = [
            models.Index(fields=["for_ref"], name="hold_for_ref"),
            models.Index(fields=["pool", "until"], condition=Q(state="held"), name="hold_held_until"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["pool", "for_ref"], condition=~Q(state="released"), name="hold_once_per_pool_and_ref"
            ),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="hold_of_something"),
            models.CheckConstraint(condition=Q(returned__lte=F("quantity")), name="hold_returned_within_quantity"),
            models.CheckConstraint(condition=Q(returned=0) | Q(state="confirmed"), name="hold_returned_if_confirmed"),
        ]

    def __str__(self):
        return f"{self.quantity} of {self.pool_id} for {self.for_ref}"
