"""A list as readers browse it: some kinds, filters, an order, a page. At most three queries, however long the list."""

from dataclasses import dataclass, replace
from functools import cached_property

from django.db.models import Count, Exists, OuterRef

from .models import Card, CardFacet, FacetValue
from .models.query import readers_language
from .paging import ORDERS, PAGE, Page, position_of, read_position

# Of a facet value with so few cards, the cards are looked up one by one; of one with more, the list's own order is
# walked until the page is full, and nothing is counted within it.
FEW = 1000


def clean(chosen):
    """{name: [values]} as an address gave them, without what the database could not even read."""
    return {without_nul(name): [without_nul(value) for value in values] for name, values in chosen.items() if values}


def without_nul(text):
    return text.replace("\x00", "")


@dataclass(frozen=True)
class Choice:
    """One value of a filter: its label, the cards it would leave (None where counting would cost too much)."""

    value: str
    label: str
    total: int | None
    chosen: bool


class Shelf:
    """Cards of some kinds in one language; `chosen` maps facet names to values: any of a name's, all of the names."""

    def __init__(self, kinds, language=None, chosen=None):
        self.kinds = [kinds] if isinstance(kinds, str) else list(kinds)
        self.language = language or readers_language()
        self.chosen = clean(chosen or {})

    def page(self, order="newest", *, after="", before="", size=PAGE):
        """One page, after or before a position that another page gave; a position that is none shows the first."""
        order = ORDERS.get(order, ORDERS["newest"])
        backwards = bool(before) and not after
        position = read_position(before if backwards else after, order.field)
        backwards = backwards and position is not None
        rows = self.rows(order, position, backwards, size + 1)
        more, cards = len(rows) > size, rows[:size]
        if backwards:
            cards.reverse()
        at = [position_of(card, order.field) for card in (cards[0], cards[-1])] if cards else ["", ""]
        return Page(
            cards,
            before=at[0] if (more if backwards else position) else "",
            after=at[1] if backwards or more else "",
        )

    def rows(self, order, position, backwards, count):
        """One query. Of several kinds each gives its first `count`, so that a rare kind is not sought among many."""
        slices = []
        for kind in self.kinds:
            rows = self.filtered(Card.objects.filter(kind=kind, language=self.language), self.chosen)
            if order.field == "price_satang":
                rows = rows.filter(price_satang__isnull=False)
            if position:
                rows = rows.filter(order.beyond(position, backwards=backwards))
            slices.append(order.sorted(rows, backwards=backwards)[:count])
        if len(slices) == 1:
            return list(slices[0].shown())
        firsts = [Card.objects.filter(pk__in=rows.values("pk")).values("pk") for rows in slices]
        rows = Card.objects.filter(pk__in=firsts[0].union(*firsts[1:], all=True)) if firsts else Card.objects.none()
        return list(order.sorted(rows, backwards=backwards).shown()[:count])

    def filtered(self, cards, chosen):
        for name, values in chosen.items():
            having = CardFacet.objects.filter(language=self.language, kind__in=self.kinds, name=name, value__in=values)
            if self.total(name, values) <= FEW:
                cards = cards.filter(pk__in=having.values("card"))
            else:
                cards = cards.filter(Exists(having.filter(card=OuterRef("pk"))))
        return cards

    @cached_property
    def offered(self):
        """Every facet value that some card of these kinds has: {(name, value): Choice}; one query."""
        found = {}
        for row in FacetValue.objects.offered(self.kinds, self.language).order_by("name", "label"):
            key = row.name, row.value
            total = row.total + (found[key].total if key in found else 0)
            found[key] = Choice(row.value, row.label, total, row.value in self.chosen.get(row.name, ()))
        return found

    def total(self, name, values):
        return sum(self.offered[name, value].total for value in values if (name, value) in self.offered)

    def filters(self):
        """{name: [Choice, …]} in the order of the labels; what would leave nothing is left out."""
        groups, totals = {}, self.totals()
        for (name, value), choice in self.offered.items():
            total = totals[name].get(value, 0) if name in totals else None
            if total != 0 or choice.chosen:
                groups.setdefault(name, []).append(replace(choice, total=total))
        return groups

    def totals(self):
        """{name: {value: the cards it would leave}}; a name is missing where too many would have to be counted."""
        totals, contexts = {}, {}
        for name, value in self.offered:
            others = {other: values for other, values in self.chosen.items() if other != name}
            if not others:
                totals.setdefault(name, {})[value] = self.offered[name, value].total
            elif min(self.total(other, values) for other, values in others.items()) <= FEW:
                totals[name] = {}
                contexts.setdefault(repr(others), (others, set()))[1].add(name)
        counts = [self.counts(others).filter(name__in=names) for others, names in contexts.values()]
        for row in counts[0].union(*counts[1:], all=True) if counts else ():
            totals[row["name"]][row["value"]] = row["total"]
        return totals

    def counts(self, chosen):
        """How many cards of each facet value are left by these choices."""
        left = self.filtered(Card.objects.filter(kind__in=self.kinds, language=self.language), chosen)
        facets = CardFacet.objects.filter(kind__in=self.kinds, language=self.language, card__in=left.values("pk"))
        return facets.values("name", "value").annotate(total=Count("pk"))
