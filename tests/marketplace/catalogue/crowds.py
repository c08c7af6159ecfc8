"""Many cards at once, for questions about cost: copies of one listing's card with its facets."""

from datetime import timedelta

from network.cards.models import Card, CardFacet, FacetValue
from tests.databases import take_stock_of_the_tables

BATCH = 5000


def crowd_the_shop(card, number):
    """Add so many cards like this one in its language, each a minute older than the one before."""
    facets = list(card.facets.values_list("name", "value"))
    fields = {
        field.attname: getattr(card, field.attname)
        for field in Card._meta.concrete_fields
        if field.attname not in ("id", "ref", "published_at")
    }
    for start in range(0, number, BATCH):
        made = Card.objects.bulk_create(
            Card(**fields, ref=f"listing:crowd{place}", published_at=card.published_at - timedelta(minutes=place + 1))
            for place in range(start, min(start + BATCH, number))
        )
        CardFacet.objects.bulk_create(
            [
                CardFacet(card=copy, kind=card.kind, language=card.language, name=name, value=value)
                for copy in made
                for name, value in facets
            ],
            batch_size=BATCH,
        )
    for name, value in facets:
        row = FacetValue.objects.get(kind=card.kind, language=card.language, name=name, value=value)
        FacetValue.objects.filter(pk=row.pk).update(total=row.total + number)
    take_stock_of_the_tables()
