"""How rooms ask for cards; long lists are read through `network.cards.shelf`."""

from django.conf import settings
from django.db import models
from django.utils.translation import get_language

SEARCH_ONLY = ("title_words", "words", "marks")


class CardQuerySet(models.QuerySet):
    def listed(self, kinds, language=None):
        """Cards of these kinds in that language (by default the reader's), newest first."""
        kinds = [kinds] if isinstance(kinds, str) else list(kinds)
        return self.shown().filter(kind__in=kinds, language=language or readers_language()).newest_first()

    def for_refs(self, refs, language=None):
        """The cards of these things in the order of the refs, as a list; what has no card is left out."""
        rows = self.shown().filter(ref__in=refs, language=language or readers_language())
        cards = {card.ref: card for card in rows}
        return [cards[ref] for ref in refs if ref in cards]

    def newest_first(self):
        return self.order_by("-published_at", "-pk")

    def shown(self):
        """Without what only the search reads."""
        return self.defer(*SEARCH_ONLY)


def readers_language():
    return get_language() or settings.LANGUAGE_CODE
