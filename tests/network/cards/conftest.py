"""A kind of thing for these tests: what it says stands in a dictionary, by ref and language."""

from datetime import UTC, datetime, timedelta

import pytest

from network.cards import registry
from network.cards.actions import write_cards
from network.cards.registry import CardFacts, register_card

FIRST_DAY = datetime(2026, 1, 1, tzinfo=UTC)


class Things(dict):
    """{ref: {language: CardFacts}}"""

    def say(self, ref, *, day=0, languages=("th", "en"), **facts):
        """Let a thing say the same in these languages; a text may be a {language: text}."""
        for language in languages:
            told = {name: said[language] if type(said) is dict else said for name, said in facts.items()}
            told = {
                "title": ref,
                "path": f"/{language}/{ref}/",
                "published_at": FIRST_DAY + timedelta(days=day),
                **told,
            }
            self.setdefault(ref, {})[language] = CardFacts(**told)

    def write(self):
        for ref in self:
            write_cards(ref)


@pytest.fixture
def things(monkeypatch):
    monkeypatch.setattr(registry, "_kinds", {})
    things = Things()
    for kind in ("thing", "tale"):
        register_card(
            kind,
            lambda ref, language: things.get(ref, {}).get(language),
            refs=lambda kind=kind: [ref for ref in things if ref.startswith(kind)],
            title=f"{kind}s",
        )
    return things
