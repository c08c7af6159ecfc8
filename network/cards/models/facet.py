"""By what lists are filtered, and how many there are of each."""

from django.db import models


class CardFacet(models.Model):
    """One value of one card; kind and language repeat the card's, so that a filter reads this index alone."""

    card = models.ForeignKey("cards.Card", models.CASCADE, related_name="facets", db_index=False)
    kind = models.CharField(max_length=20)
    language = models.CharField(max_length=10)
    name = models.CharField(max_length=20)
    value = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["card", "name", "value"], name="card_facet_once")]
        indexes = [models.Index(fields=["language", "kind", "name", "value", "card"], name="card_facet_filter")]

    def __str__(self):
        return f"{self.name}: {self.value}"


class FacetValueQuerySet(models.QuerySet):
    def offered(self, kinds, language):
        return self.filter(kind__in=kinds, language=language, total__gt=0)


class FacetValue(models.Model):
    """What a filter offers in one language: the label, and the number of cards.

    Counting 20,000 cards anew for every reader would cost more than the list itself; every change of a card's
    facets moves these numbers in the same transaction, and `rebuild_cards` counts them anew.
    """

    kind = models.CharField(max_length=20)
    language = models.CharField(max_length=10)
    name = models.CharField(max_length=20)
    value = models.CharField(max_length=60)
    label = models.CharField(max_length=200)
    total = models.IntegerField(default=0)

    objects = FacetValueQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["language", "kind", "name", "value"], name="card_facet_value_once"),
        ]

    def __str__(self):
        return f"{self.label} ({self.total})"
