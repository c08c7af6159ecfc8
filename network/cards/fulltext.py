"""Asking the full-text index of either database: SQLite's FTS5 or PostgreSQL's tsvector."""

from dataclasses import dataclass

from django.db import connection

RANKED = {
    # FTS5 gives the rows in the order of its rank (bm25, a word of the title counting ten times) and stops at LIMIT.
    "sqlite": """
        SELECT card.id FROM cards_search JOIN cards_card card ON card.id = cards_search.rowid
        WHERE cards_search MATCH %s {narrowing} ORDER BY cards_search.rank LIMIT %s OFFSET %s
    """,
    "postgresql": """
        SELECT card.id FROM cards_card card, to_tsquery('simple', %s) query
        WHERE card.search @@ query {narrowing} ORDER BY ts_rank(card.search, query) DESC, card.id DESC LIMIT %s OFFSET %s
    """,
}


@dataclass(frozen=True)
class Syntax:
    """How a database writes a full-text question. Words hold letters, marks and digits only, never a quote."""

    quote: str
    prefix: str
    conjunction: str
    disjunction: str

    def word(self, word):
        return f"{self.quote}{word}{self.quote}"

    def beginning(self, word):
        return self.word(word) + self.prefix

    def all_of(self, parts):
        return f"({self.conjunction.join(parts)})"

    def any_of(self, parts):
        return f"({self.disjunction.join(parts)})"


SYNTAX = {
    "sqlite": Syntax('"', "*", " AND ", " OR "),
    "postgresql": Syntax("'", ":*", " & ", " | "),
}


def syntax():
    return SYNTAX[connection.vendor]


def ranked_ids(question, narrowing, params, limit, offset):
    """Primary keys of the cards that answer, best first; `narrowing` is more SQL about `card`, with its params."""
    with connection.cursor() as cursor:
        cursor.execute(RANKED[connection.vendor].format(narrowing=narrowing), [question, *params, limit, offset])
        return [pk for (pk,) in cursor.fetchall()]
