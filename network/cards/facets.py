"""Keeping the facets of cards, and the numbers that filters show, together."""

from collections import Counter

from django.db.models import Count, F

from .models import CardFacet, FacetValue

KEY = ("language", "kind", "name", "value")


def set_facets(cards, wanted):
    """Let these cards have exactly the wanted facets, pairs of a card and a Facet, and move the totals along."""
    wanted = {(card.pk, facet.name, facet.value): (card, facet) for card, facet in wanted}
    have = {(row.card_id, row.name, row.value): row for row in CardFacet.objects.filter(card__in=cards)}
    lost = [row for key, row in have.items() if key not in wanted]
    won = [
        CardFacet(card=card, kind=card.kind, language=card.language, name=facet.name, value=facet.value)
        for key, (card, facet) in wanted.items()
        if key not in have
    ]
    CardFacet.objects.filter(pk__in=[row.pk for row in lost]).delete()
    CardFacet.objects.bulk_create(won)
    name_values(wanted.values())
    moves = Counter(key_of(row) for row in won)
    moves.subtract(key_of(row) for row in lost)
    for key, move in sorted(moves.items()):
        FacetValue.objects.filter(**dict(zip(KEY, key, strict=True))).update(total=F("total") + move)


def key_of(row):
    return tuple(getattr(row, name) for name in KEY)


def name_values(wanted):
    """Give each value its label; words borrowed from another language name only what had no name before."""
    labels = {}
    for card, facet in sorted(wanted, key=lambda pair: pair[0].text_language == pair[0].language):
        labels[card.language, card.kind, facet.name, facet.value] = facet.label, card.text_language == card.language
    names = {name for _language, _kind, name, _value in labels}
    values = {value for _language, _kind, _name, value in labels}
    known = {key_of(row): row for row in FacetValue.objects.filter(name__in=names, value__in=values)}
    new = [
        FacetValue(**dict(zip(KEY, key, strict=True)), label=label[0])
        for key, label in labels.items()
        if key not in known
    ]
    FacetValue.objects.bulk_create(sorted(new, key=key_of), ignore_conflicts=True)
    for key, (label, own) in sorted(labels.items()):
        if own and key in known and known[key].label != label:
            FacetValue.objects.filter(pk=known[key].pk).update(label=label)


def recount_facets():
    """Count every facet value anew; those that no card has are dropped. Returns how many were wrong."""
    counted = CardFacet.objects.values_list(*KEY).annotate(total=Count("pk"))
    totals = {tuple(row[:-1]): row[-1] for row in counted}
    wrong = [row for row in FacetValue.objects.all() if row.total != totals.get(key_of(row), 0)]
    for row in wrong:
        row.total = totals.get(key_of(row), 0)
    FacetValue.objects.bulk_update(wrong, ["total"], batch_size=500)
    FacetValue.objects.filter(total=0).delete()
    return len(wrong)
