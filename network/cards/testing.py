"""For tests of every room that has cards."""

from .actions import card_of, facts_by_language
from .models import Card
from .registry import registered_kinds

CARDS = ("cards.refresh",)  # what `drain(leave=CARDS)` leaves: to write cards is most of the work after most changes


def assert_cards_true(kind_name):
    """Every thing of this kind has exactly the cards that its source would say now; returns how many there are."""
    [kind] = [kind for kind in registered_kinds() if kind.name == kind_name]
    wanted = {}
    for ref in kind.refs():
        facts = facts_by_language(kind, ref)
        for language in facts:
            facets = sorted((facet.name, facet.value) for facet in facts[language].facets)
            wanted[ref, language] = told(card_of(kind.name, ref, language, facts)), facets
    have = {}
    for card in Card.objects.filter(kind=kind_name).prefetch_related("facets"):
        have[card.ref, card.language] = told(card), sorted((facet.name, facet.value) for facet in card.facets.all())
    assert have == wanted
    return len(have)


def told(card):
    return {field.name: getattr(card, field.name) for field in Card._meta.concrete_fields if not field.primary_key}
