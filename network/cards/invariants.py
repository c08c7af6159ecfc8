from django.db.models import Count, F, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from network.invariants import register_invariant

from .models import CardFacet, FacetValue


def miscounted():
    """Filter values whose number is not that of the cards that have it."""
    same = {name: OuterRef(name) for name in ("language", "kind", "name", "value")}
    counted = CardFacet.objects.filter(**same).order_by().values("name").annotate(number=Count("pk")).values("number")
    true = Coalesce(Subquery(counted, output_field=IntegerField()), 0)
    return FacetValue.objects.annotate(true=true).exclude(total=F("true"))


register_invariant("cards.filter_numbers", miscounted, _("Filters show the number of things that there are"))
