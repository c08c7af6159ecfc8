"""In what ways two public things may belong together; each room registers its own in `AppConfig.ready()`."""

from dataclasses import dataclass

_kinds = {}


class UnknownLinkKind(LookupError):
    """No room has registered such a link."""


@dataclass(frozen=True)
class LinkKind:
    """How a link reads from its source and from its target; of a mutual one neither side comes first."""

    name: str
    title: str  # translatable: "Tells of"
    back_title: str  # translatable: "Told in"
    sources: frozenset[str]  # kinds of refs; any, where empty
    targets: frozenset[str]
    mutual: bool


def register_link_kind(name, *, title, back_title=None, sources=(), targets=(), mutual=False):
    """Allow links of this kind; `sources` and `targets` are the kinds of refs that may stand there, any if empty."""
    if name in _kinds:
        raise ValueError(f"Two rooms want to register the link {name}.")
    _kinds[name] = LinkKind(name, title, back_title or title, frozenset(sources), frozenset(targets), mutual)


def link_kind(name):
    """Raises UnknownLinkKind."""
    try:
        return _kinds[name]
    except KeyError:
        raise UnknownLinkKind(name) from None
