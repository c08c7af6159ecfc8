"""What a card says, and who says it: each room registers a builder per kind in its `cards.py`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

_kinds = {}


class UnknownKind(LookupError):
    """Nobody has said that he describes things of this kind."""


@dataclass(frozen=True)
class Picture:
    """A picture as a list shows it, its sizes known beforehand so that nothing jumps."""

    url: str
    width: int
    height: int
    srcset: str = ""
    alt: str = ""


@dataclass(frozen=True)
class Facet:
    """One value by which lists are filtered: name "district", value "hat-yai", label "Hat Yai"."""

    name: str
    value: str
    label: str


@dataclass(frozen=True)
class CardFacts:
    """What a public thing says of itself in one language."""

    title: str
    path: str
    published_at: datetime
    line: str = ""
    text: str = ""  # what search shall find besides title, line, place, maker and the facets' labels
    text_language: str = ""  # where the words are in another language than asked for
    picture: Picture | None = None
    price_satang: int | None = None
    unit: str = ""
    progress: int | None = None  # whole percent; may pass 100
    place: str = ""
    maker: str = ""
    badges: tuple[str, ...] = ()
    availability: str = ""  # one of Card.Availability
    facets: tuple[Facet, ...] = ()


@dataclass(frozen=True)
class Kind:
    name: str
    title: str  # translatable plural, for the chips of the search page
    build: Callable[[str, str], CardFacts | None]
    refs: Callable[[], Iterable[str]]


def register_card(name, build, *, refs, title):
    """Let `build(ref, language)` describe things of this kind, in that language's translations.

    It returns CardFacts, or None where the thing is not public or has no words in that language; Thai takes the
    place of a missing language. `refs()` gives the refs of all that exist, for `rebuild_cards`.
    """
    if name in _kinds:
        raise ValueError(f"Two builders want to describe {name}.")
    _kinds[name] = Kind(name, title, build, refs)


def registered_kinds():
    return list(_kinds.values())


def kind_of(ref):
    """The kind that a ref names, `listing:k3f9…`; raises UnknownKind."""
    try:
        return _kinds[ref.partition(":")[0]]
    except KeyError:
        raise UnknownKind(ref) from None
