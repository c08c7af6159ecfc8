"""What a reader of the shop may choose by, as the cards themselves offer it, and the addresses of other choices."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from network.cards.shelf import Shelf

KIND = "listing"
CHOOSABLE = ["district", "maker", "ships_to"]
SORTS = ["newest", "price", "price-down"]
POSITIONS = ["after", "before"]


@dataclass(frozen=True)
class DropDown:
    """One filter; `options` are choices of the shelf, `value` the chosen one."""

    name: str
    label: str
    any: str
    options: list
    value: str


@dataclass(frozen=True)
class Chosen:
    """What the list is narrowed to, and the address without it."""

    label: str
    without: str


@dataclass(frozen=True)
class Sort:
    """A way to sort, shaped like the shelf's choices."""

    value: str
    label: str
    total: int | None = None


class Filters:
    """The choices of one request, over the shelf that they lead to."""

    def __init__(self, query, path, *, month, category=None):
        self.query, self.path, self.category = query, path, category
        self.shelf = Shelf(KIND, chosen={**self.wanted, **self.seasonal(month), **self.within(category)})
        self.offered = self.shelf.filters()

    @property
    def wanted(self):
        return {name: [self.query[name]] for name in CHOOSABLE if self.query.get(name)}

    @property
    def in_season(self):
        return self.query.get("season") == "now"

    def seasonal(self, month):
        return {"season": [str(month)]} if self.in_season else {}

    def within(self, category):
        return {"category": [category.slug]} if category else {}

    @property
    def sort(self):
        return self.query.get("sort") if self.query.get("sort") in SORTS else SORTS[0]

    def page(self):
        return self.shelf.page(self.sort, after=self.query.get("after", ""), before=self.query.get("before", ""))

    @property
    def everything(self):
        return reverse("catalogue:index")

    @property
    def drop_downs(self):
        titles = {
            "district": (_("District"), _("All districts")),
            "maker": (_("Maker"), _("All makers")),
            "ships_to": (_("Sent to"), _("Anywhere")),
        }
        filters = [
            DropDown(name, *titles[name], self.offered[name], self.query.get(name, ""))
            for name in CHOOSABLE
            if self.offered.get(name)
        ]
        return [*filters, DropDown("sort", _("Sort by"), "", self.sorts, self.sort)]

    @property
    def sorts(self):
        labels = [_("Newest first"), _("Lowest price first"), _("Highest price first")]
        return [Sort(value, label) for value, label in zip(SORTS, labels, strict=True)]

    @property
    def chosen(self):
        found = [Chosen(self.label_of(name, value), self.link(without=name)) for name, [value] in self.wanted.items()]
        return [*found, Chosen(_("In season now"), self.link(without="season"))] if self.in_season else found

    def label_of(self, name, value):
        return next((choice.label for choice in self.offered.get(name, []) if choice.value == value), value)

    def link(self, *, without=None, **changes):
        """This list with something else chosen; a changed choice begins at the first page."""
        query = self.query.copy()
        for name in [*POSITIONS, without]:
            query.pop(name, None)
        for name, value in changes.items():
            query[name] = value
        return f"{self.path}?{query.urlencode()}" if query else self.path
