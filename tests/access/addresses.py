"""Every address of the project: its name, its pattern, and how the pattern is filled."""

import re
from dataclasses import dataclass

from django.urls import get_resolver

LOOKED_AHEAD = re.compile(r"\(\?![^()]*\)")
OPTIONAL = re.compile(r"\\?[\^$?]|\\")
# What stands open in a pattern: a group of a regular expression, or `<converter:name>`.
BLANK = re.compile(r"\((?:\?P<(\w+)>)?[^()]*(?:\([^()]*\)[^()]*)?\)[*+]?|<(?:(\w+):)?(\w+)>")


@dataclass(frozen=True)
class Address:
    """One address, whatever may stand in it. `name` has its namespaces before it; what has none is named by its pattern."""

    name: str
    pattern: str
    view: object

    @property
    def is_regular(self):
        """Written as a regular expression, as Wagtail writes some."""
        return "(" in self.pattern or "^" in self.pattern

    @property
    def blanks(self):
        """[(converter, name)] of what stands in it; groups without a name have their place."""
        found = BLANK.findall(LOOKED_AHEAD.sub("", self.pattern))
        return [(converter, group or name or str(place)) for place, (group, converter, name) in enumerate(found)]

    @property
    def namespace(self):
        return self.name.rpartition(":")[0]

    def path(self, values):
        """With these in it, in their order."""
        values = iter(values)
        filled = BLANK.sub(lambda _blank: next(values), LOOKED_AHEAD.sub("", self.pattern))
        return "/" + (OPTIONAL.sub("", filled) if self.is_regular else filled)

    def path_to(self, thing):
        """To what really stands there: {blank: value}, 1 for what is not known of it."""
        return self.path([str(thing.get(name, "1")) for _converter, name in self.blanks])


def addresses():
    """All of them, those of included modules too; the readers' in Thai, for every language shares one pattern."""
    return [*found(get_resolver())]


def found(resolver, before="", spaces=()):
    for entry in resolver.url_patterns:
        whole = before + str(entry.pattern)
        if hasattr(entry, "url_patterns"):
            yield from found(entry, whole, (*spaces, entry.namespace) if entry.namespace else spaces)
        else:
            yield Address(":".join((*spaces, entry.name)) if entry.name else f"/{whole}", whole, entry.callback)
