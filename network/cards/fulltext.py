"""Asking the full-text index of either database: SQLite's FTS5 or PostgreSQL's tsvector."""

from dataclasses import dataclass

from django.db import connection

# Of a word that half of the cards have, the rest need not be ranked: it would take longer than the page.
MOST_RANKED = 240

RANKED = {
    # A word of the title counts ten times; bm25 is the smaller the better. The newest cards have the highest ids.
    "sqlite": """
        SELECT id FROM (
            SELECT rowid AS id, bm25(cards_search, 10.0, 1.0, 1.0) AS score FROM cards_search
            WHERE cards_search MATCH %s ORDER BY rowid DESC LIMIT %s
        ) ORDER BY score, id DESC
    """,
    "postgresql": "SELECT id FROM cards_matching(%s, %s, ranked => true) ORDER BY score DESC, id DESC",
}
UNRANKED = {
    "sqlite": "SELECT rowid FROM cards_search WHERE cards_search MATCH %s ORDER BY rowid DESC LIMIT %s",
    "postgresql": "SELECT id FROM cards_matching(%s, %s, ranked => false)",
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


def ranked_ids(question):
    """Primary keys of the cards that answer, best first, at most MOST_RANKED; none if nothing is asked."""
    return ask(RANKED, question, MOST_RANKED)


def some_ids(question, limit):
    """Primary keys of cards that answer, in no order that would mean anything."""
    return ask(UNRANKED, question, limit)


def ask(statements, question, limit):
    if not question:
        return []
    with connection.cursor() as cursor:
        cursor.execute(statements[connection.vendor], [question, limit])
        return [pk for (pk,) in cursor.fetchall()]
