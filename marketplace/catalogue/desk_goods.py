"""A seller's goods as her desk shows them: a picture, a name, a price, and in plain words how it stands."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marketplace.partner.availability import units_left
from network.clock import now
from network.words.ages import age_words

from .models import ListingChange, Product
from .models.listing import DIGITAL, State

SHELVES = [
    (State.REFUSED, gettext_lazy("Please mend"), "warning", "rose"),
    (State.WAITING, gettext_lazy("Waiting for review"), "waiting", "marigold"),
    (State.DRAFT, gettext_lazy("Not sent yet"), "edit", "clay"),
    (State.LIVE, gettext_lazy("On sale"), "success", "palm"),
    (State.PAUSED, gettext_lazy("Resting"), "stop", ""),
]
BADGES = {state: (words, icon, tone) for state, words, icon, tone in SHELVES}
FEW = 3


@dataclass(frozen=True)
class Badge:
    words: str
    icon: str
    tone: str


class Good:
    """One listing of hers."""

    def __init__(self, listing, left):
        self.listing, self.left, self.public_id = listing, left, listing.public_id
        self.state, self.ref = listing.state, listing.ref

    @property
    def title(self):
        words = self.listing.in_language()
        return (words and words.title) or self.listing.title or _("No name yet")

    @property
    def photo(self):
        return next(iter(self.listing.images.all()), None)

    @property
    def picture_url(self):
        return self.photo.small_url if self.photo else ""

    @property
    def satang(self):
        price = next(iter(self.listing.stockrecords.all()), None)
        return price.price_satang if price else None

    @property
    def badge(self):
        return Badge(*BADGES[self.state])

    @property
    def counts(self):
        """Are there pieces to count? Files have none."""
        return self.listing.kind != DIGITAL

    @property
    def is_few(self):
        return self.state == State.LIVE and self.counts and (self.left or 0) <= FEW

    @property
    def handed_in_at(self):
        moves = [move.at for move in self.listing.moves.all() if move.state == State.WAITING]
        return moves[-1] if moves and self.state == State.WAITING else None

    @property
    def waiting_words(self):
        """How long a reviewer has kept her waiting."""
        since = self.handed_in_at
        return _("Waiting for %(age)s") % {"age": age_words(since, now())} if since else ""

    @property
    def reasons(self):
        """Why it was given back, one reason a line."""
        refusals = [move.reasons for move in self.listing.moves.all() if move.state == State.REFUSED]
        return refusals[-1].splitlines() if refusals and self.state == State.REFUSED else []

    @property
    def waiting_changes(self):
        return [ChangeWords(change) for change in self.listing.changes.all() if change.status == "waiting"]

    @property
    def refused_change(self):
        """The last edit, if a reviewer said no to it."""
        changes = list(self.listing.changes.all())
        last = changes[-1] if changes else None
        return ChangeWords(last) if last and last.status == ListingChange.Status.REFUSED else None


LABELS = {
    "price_satang": gettext_lazy("Price"),
    "title": gettext_lazy("Name"),
    "claims": gettext_lazy("Something special about it"),
    "fund_share_bp": gettext_lazy("Share for a fund"),
    "fund_ref": gettext_lazy("Fund that receives it"),
}


class ChangeWords:
    """An edit, before and after, in words."""

    def __init__(self, change):
        self.change, self.pk, self.reasons = change, change.pk, change.reasons

    @property
    def rows(self):
        """(what, before, after); a price stays a number of satang for the page to write."""
        for key, after in self.change.after.items():
            name = key.rpartition(".")[2]
            yield {
                "label": LABELS.get(name, name),
                "is_price": key == "price_satang",
                "before": self.change.before.get(key),
                "after": after,
            }

    @property
    def age(self):
        return age_words(self.change.at, now())


def goods_of(organisation, state=None):
    """Everything it offers, what asks for her hand first; drafts that nothing was written into are not shown."""
    listings = Product.objects.filter(owner__organisation=organisation).select_related("product_class")
    listings = listings.exclude(state=State.DRAFT, title="", images=None, stockrecords=None)
    if state:
        listings = listings.filter(state=state)
    return describe(listings.order_by("-pk"))


def describe(listings):
    """Goods of these listings, in five questions however many there are."""
    listings = list(listings.prefetch_related("images", "stockrecords", "moves", "changes", "texts"))
    left = units_left([listing.ref for listing in listings])
    return [Good(listing, left.get(listing.ref)) for listing in listings]


def by_shelf(goods):
    """[(badge, goods)] in the order of SHELVES, without empty ones."""
    shelves = [(Badge(words, icon, tone), state) for state, words, icon, tone in SHELVES]
    sorted_goods = [(badge, [good for good in goods if good.state == state]) for badge, state in shelves]
    return [(badge, found) for badge, found in sorted_goods if found]
