"""The kinds of public things that pages show: where their list stands, and what a reader can do with one."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Kind:
    """`section` is the address of its list; `way` is buy, visit, support or read; `shape` is that of its cards."""

    name: str
    label: str
    section: str
    way: str
    shape: str = "wide"


KINDS = {
    kind.name: kind
    for kind in [
        Kind("listing", _("Local goods"), "shop/", "buy", ""),
        Kind("preorder", _("Pre-orders"), "market/", "buy", ""),
        Kind("trip", _("Community trips"), "trips/", "visit"),
        Kind("event", _("Events"), "events/", "visit", "small"),
        Kind("place", _("Places"), "places/", "visit", "small"),
        Kind("fund", _("Funds"), "funds/", "support"),
        Kind("campaign", _("Campaigns"), "campaigns/", "support"),
        Kind("call", _("Volunteer calls"), "events/", "support", "small"),
        Kind("story", _("Stories"), "stories/", "read"),
        Kind("member", _("Members"), "members/", "read", "small"),
        Kind("resource", _("Learning resources"), "learn/", "read", "small"),
        Kind("indicator", _("Indicators"), "data/", "read", "small"),
    ]
}
CHOICES = [(kind.name, kind.label) for kind in KINDS.values()]
WAYS = {"buy": _("Buy"), "visit": _("Visit"), "support": _("Support")}


def kind_of(ref):
    """The name of the kind that a ref names."""
    return ref.partition(":")[0]


def way_of(kind_name):
    kind = KINDS.get(kind_name)
    return kind.way if kind else ""


def kinds_of_section(slug):
    """The kinds that the section with this slug lists."""
    return [kind.name for kind in KINDS.values() if kind.section == f"{slug}/"]


def by_size(cards):
    """(large, small): kinds without pictures of their own stand in a list of small cards."""
    small = [card for card in cards if card.kind in KINDS and KINDS[card.kind].shape == "small"]
    return [card for card in cards if card not in small], small
