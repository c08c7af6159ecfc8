"""The public search: all words of the query, best first; near misses where few have them all.

At most three queries a page: who has the words, who comes near (only when fewer than five have them), and their cards.
"""

from dataclasses import dataclass

from .fulltext import ranked_ids, syntax
from .index import sought_trigrams, sought_words
from .models import Card
from .models.query import readers_language
from .paging import PAGE, decode, encode
from .shelf import clean

FEW_HITS = 5
DEEPEST = 480  # a bound on what one address can cost; nobody reads on

OF_KINDS = "AND card.kind IN ({values})"
HAVING_FACET = """
    AND EXISTS (SELECT 1 FROM cards_cardfacet facet
                WHERE facet.card_id = card.id AND facet.name = %s AND facet.value IN ({values}))
"""


@dataclass(frozen=True)
class Found:
    """Cards with all the words; cards that come near, where these are few; "" where there is no further page."""

    cards: list
    near: list
    before: str = ""
    after: str = ""


def search_cards(query, language=None, kinds=None, facets=None, after="", size=PAGE):
    """Cards that have all words of the query, the best first; `kinds` and `facets` ({name: [values]}) narrow it."""
    language = language or readers_language()
    words = sought_words(language, query)
    narrowing = narrowing_sql(kinds or [], clean(facets or {}))
    start = read_start(after)
    hits = ranked_ids(all_words(words), *narrowing, size + 1, start) if words else []
    near = near_ids(language, query, words, narrowing, size) if len(hits) < FEW_HITS and not start else []
    shown, near = hits[:size], [pk for pk in near if pk not in hits]
    cards = Card.objects.shown().in_bulk(shown + near) if shown or near else {}
    return Found(
        [cards[pk] for pk in shown if pk in cards],
        [cards[pk] for pk in near if pk in cards],
        before=encode(max(0, start - size)) if start else "",
        after=encode(start + size) if len(hits) > size and start + size < DEEPEST else "",
    )


def read_start(after):
    """How many come before a page's first; 0 for what is no position."""
    start = decode(after) if after else 0
    return start if type(start) is int and 0 <= start < DEEPEST else 0


def all_words(words):
    write = syntax()
    return write.all_of([write.word(word) for word in words])


def near_ids(language, query, words, narrowing, size):
    """Cards whose words begin as the last one does (it may be half typed), or whose names have half of each word."""
    write = syntax()
    questions = []
    if words:
        questions.append(write.all_of([*(write.word(word) for word in words[:-1]), write.beginning(words[-1])]))
    if runs := sought_trigrams(language, query):
        questions.append(write.all_of([write.any_of([all_words(half) for half in halves(grams)]) for grams in runs]))
    return ranked_ids(write.any_of(questions), *narrowing, size, 0) if questions else []


def halves(trigrams):
    """Every stretch of half of the trigrams: one slip leaves one of them whole."""
    length = max(min(2, len(trigrams)), -(-len(trigrams) // 2))
    return [trigrams[start : start + length] for start in range(len(trigrams) - length + 1)]


def narrowing_sql(kinds, facets):
    wanted = [(OF_KINDS, kinds, ())] if kinds else []
    wanted += [(HAVING_FACET, values, (name,)) for name, values in facets.items()]
    sql = " ".join(part.format(values=", ".join(["%s"] * len(values))) for part, values, _before in wanted)
    return sql, [param for _part, values, before in wanted for param in (*before, *values)]
