"""Live cards: what the blocks of a page want to show, and the one query that fetches all of it."""

from dataclasses import dataclass

from django.db.models import Value

from network.cards.models import Card, CardFacet


@dataclass(frozen=True)
class Wanted:
    """Cards of these refs in their order; or the newest of some kinds that have all of these facets (name, value)."""

    refs: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    facets: tuple[tuple[str, str], ...] = ()
    newest: int = 8


class Live:
    """The cards that a page wants, fetched together at the first question. `live[wanted]` is a list of cards."""

    def __init__(self, wanted, language):
        self.wanted = dict.fromkeys(wanted)
        self.language = language
        self.fetched = None

    def __getitem__(self, wanted):
        if wanted not in self.wanted:
            return fetch([wanted], self.language)[wanted]
        if self.fetched is None:
            self.fetched = fetch(self.wanted, self.language)
        return self.fetched[wanted]

    def card(self, ref):
        """The one card of a ref that was wanted by itself, or None."""
        return next(iter(self[Wanted(refs=(ref,))]), None)


def fetch(wanted, language):
    """{Wanted: [Card, …]}, each list in its order, by one query however many there are."""
    cards = {one: [] for one in wanted}
    asked = [one for one in cards if one.refs or one.kinds]
    parts = [rows(one, language).annotate(part=Value(number)) for number, one in enumerate(asked)]
    for card in parts[0].union(*parts[1:], all=True) if parts else ():
        cards[asked[card.part]].append(card)
    return {one: in_order(one, found) for one, found in cards.items()}


def rows(wanted, language):
    """The cards of one want; a slice is asked for by primary key, because not every database sorts within a union."""
    cards = Card.objects.filter(language=language)
    if wanted.refs:
        return cards.filter(ref__in=wanted.refs).shown()
    cards = cards.filter(kind__in=wanted.kinds)
    for name, value in wanted.facets:
        having = CardFacet.objects.filter(language=language, kind__in=wanted.kinds, name=name, value=value)
        cards = cards.filter(pk__in=having.values("card"))
    return Card.objects.filter(pk__in=cards.newest_first()[: wanted.newest].values("pk")).shown()


def in_order(wanted, cards):
    if wanted.refs:
        return sorted(cards, key=lambda card: wanted.refs.index(card.ref))
    return sorted(cards, key=lambda card: (card.published_at, card.pk), reverse=True)
