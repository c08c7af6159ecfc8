"""A list as readers browse it: some kinds, filters, an order, a page. At most three queries, however long the list."""

from dataclasses import dataclass
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
            rows = self.cards([kind], self.chosen)
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

    def cards(self, kinds, chosen):
        """The cards that these choices leave: looked up through the rarest of them, or else along the list's order."""
        if chosen and self.fewest(chosen) <= FEW:
            return Card.objects.filter(pk__in=self.having(kinds, chosen))
        cards = Card.objects.filter(kind__in=kinds, language=self.language)
        for name, values in chosen.items():
            cards = cards.filter(Exists(self.facets(kinds, name, values).filter(card=OuterRef("pk"))))
        return cards

    def having(self, kinds, chosen):
        """Keys of the cards that have all of these facets, from the rarest on."""
        rarest, *others = sorted(chosen, key=lambda name: self.total(name, chosen[name]))
        found = self.facets(kinds, rarest, chosen[rarest])
        for name in others:
            found = found.filter(Exists(self.facets(kinds, name, chosen[name]).filter(card=OuterRef("card"))))
        return found.values("card")

    def facets(self, kinds, name, values):
        return CardFacet.objects.filter(language=self.language, kind__in=kinds, name=name, value__in=values)

    @cached_property
    def offered(self):
        """Every facet value that some card of these kinds has: {name: {value: (label, total)}}; one query."""
        found = {}
        rows = FacetValue.objects.offered(self.kinds, self.language).order_by("name", "label")
        for name, value, label, total in rows.values_list("name", "value", "label", "total"):
            of_name = found.setdefault(name, {})
            of_name[value] = label, total + (of_name[value][1] if value in of_name else 0)
        return found

    def total(self, name, values):
        of_name = self.offered.get(name, {})
        return sum(of_name[value][1] for value in values if value in of_name)

    def fewest(self, chosen):
        return min(self.total(name, values) for name, values in chosen.items())

    def filters(self, *names):
        """{name: [Choice, …]} in the order of the labels, of these names or of all; leaves out what would leave nothing."""
        names = [name for name in names or self.offered if name in self.offered]
        totals, groups = self.totals(names), {}
        for name in names:
            chosen, counted = self.chosen.get(name, ()), totals.get(name)
            for value, (label, _total) in self.offered[name].items():
                total = counted if counted is None else counted.get(value, 0)
                if total != 0 or value in chosen:
                    groups.setdefault(name, []).append(Choice(value, label, total, value in chosen))
        return groups

    def totals(self, names):
        """{name: {value: the cards it would leave}}; a name is missing where too many would have to be counted."""
        totals, contexts = {}, {}
        for name in names:
            others = {other: values for other, values in self.chosen.items() if other != name}
            if not others:
                totals[name] = {value: total for value, (_label, total) in self.offered[name].items()}
            elif self.fewest(others) <= FEW:
                totals[name] = {}
                contexts.setdefault(frozenset(others), (others, []))[1].append(name)
        counts = [self.counts(others).filter(name__in=alike) for others, alike in contexts.values()]
        for row in counts[0].union(*counts[1:], all=True) if counts else ():
            totals[row["name"]][row["value"]] = row["total"]
        return totals

    def counts(self, chosen):
        """How many cards of each facet value these choices leave."""
        facets = CardFacet.objects.filter(card__in=self.having(self.kinds, chosen))
        return facets.values("name", "value").annotate(total=Count("pk"))
