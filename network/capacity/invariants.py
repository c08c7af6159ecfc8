"""The counters of a pool say what its holds say."""

from django.db.models import F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from network.invariants import register_invariant

from .models import Hold, Pool


def units_of(holds):
    by_pool = holds.filter(pool=OuterRef("pk")).order_by().values("pool")
    return Coalesce(Subquery(by_pool.values(units=Sum(F("quantity") - F("returned")))), 0)


def miscounted_pools():
    """Pools whose `taken` or `confirmed` differs from the sum of their live or confirmed holds."""
    counted = Pool.objects.annotate(
        live_units=units_of(Hold.objects.live()),
        confirmed_units=units_of(Hold.objects.filter(state=Hold.State.CONFIRMED)),
    )
    return counted.exclude(Q(taken=F("live_units")) & Q(confirmed=F("confirmed_units")))


register_invariant("capacity.counters", miscounted_pools, _("What is taken of each scarce thing is what is held of it"))
