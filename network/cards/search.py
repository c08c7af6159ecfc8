"""The public search: all words of the query, best first; near misses where few have them all.

At most four queries a page: who has the words in the title; anywhere, unless those fill the page; who comes near, when
fewer than five have them, or the kinds of all, when there are more than a page; and the cards.
"""

from collections import Counter
from dataclasses import dataclass

from network.words.segment import trigrams

from .fulltext import MOST_RANKED, ranked_ids, some_ids, syntax
from .index import facet_mark, kind_mark, marked, sought_trigrams, sought_words
from .models import Card
from .models.query import readers_language
from .paging import PAGE, decode, encode

FEW_HITS = 5
MOST_NEAR = 96
SLIPPED = 3  # trigrams that one wrong letter spoils
LONGEST_END = 5  # trigrams: seven letters


@dataclass(frozen=True)
class Found:
    """Cards with all the words; cards that come near, where these are few; the kinds of the former, the most frequent
    first; and the positions of the pages around, "" where there is none."""

    cards: list
    near: list
    kinds: list
    before: str = ""
    after: str = ""


def search_cards(query, language=None, kinds=None, facets=None, after="", size=PAGE):
    """Cards that have all words of the query, the best first; `kinds` and `facets` ({name: [values]}) narrow it."""
    asked = Question(query, language or readers_language(), kinds or [], facets or {})
    start = read_start(after)
    end = start + size
    hits = ranked_ids(asked.in_titles())
    if len(hits) <= end:
        hits = merged(hits, ranked_ids(asked.anywhere()))
    near = some_ids(asked.near(), MOST_NEAR) if len(hits) < FEW_HITS else []
    cards = in_order(merged(hits[start:end], near))
    further = [card for card in cards if card.pk not in hits]
    return Found(
        [card for card in cards if card.pk in hits],
        sorted(further, key=asked.distance)[:size],
        kinds_of(hits, cards),
        before=encode(max(0, start - size)) if start else "",
        after=encode(end) if len(hits) > end else "",
    )


def in_order(pks):
    cards = Card.objects.shown().in_bulk(pks) if pks else {}
    return [cards[pk] for pk in pks if pk in cards]


def kinds_of(hits, cards):
    if len(hits) <= len(cards):
        kinds = [card.kind for card in cards if card.pk in hits]
    else:
        kinds = Card.objects.filter(pk__in=hits).values_list("kind", flat=True)
    return [kind for kind, _number in Counter(kinds).most_common()]


def merged(first, then):
    return list(dict.fromkeys([*first, *then]))


def read_start(after):
    """How many come before a page's first; 0 for what is no position."""
    start = decode(after) if after else 0
    return start if type(start) is int and 0 <= start < MOST_RANKED else 0


class Question:
    """What a reader asks for, as questions to the index."""

    def __init__(self, query, language, kinds, facets):
        self.language = language
        self.words = sought_words(query)
        self.trigrams = sought_trigrams(query)
        self.write = syntax()
        self.narrowing = [self.either(kind_mark(language, kind) for kind in kinds)] if kinds else []
        self.narrowing += [
            self.either(facet_mark(language, name, value) for value in values)
            for name, values in facets.items()
            if values
        ]

    def in_titles(self):
        return self.every(marked("t", self.language, self.words)) if self.words else ""

    def anywhere(self):
        return self.every(marked("", self.language, self.words)) if self.words else ""

    def near(self):
        """All words, the last one perhaps half typed; or names with the beginning or the end of each."""
        ways = []
        if self.words:
            *whole, last = marked("", self.language, self.words)
            ways.append(self.every(whole, [self.write.beginning(last)]))
        if self.trigrams:
            ways.append(self.every([], [self.misspelt(marked("x", self.language, run)) for run in self.trigrams]))
        return self.write.any_of(ways) if ways else ""

    def distance(self, card):
        """How many trigrams of the query a card's names lack."""
        sought = {gram for run in self.trigrams for gram in run}
        return len(sought - set(trigrams(f"{card.title} {card.maker} {card.place}")))

    def misspelt(self, run):
        """The run's beginning or its end, long enough that one slip anywhere leaves one of them whole."""
        length = min(max(2, (len(run) - SLIPPED + 1) // 2), LONGEST_END)
        ends = (run[:length], run[-length:])
        return self.write.any_of([self.write.all_of(map(self.write.word, end)) for end in ends])

    def every(self, words, parts=()):
        return self.write.all_of([*map(self.write.word, words), *parts, *self.narrowing])

    def either(self, words):
        return self.write.any_of(map(self.write.word, words))
