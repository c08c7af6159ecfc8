"""What only the front page shows."""

from django.db.models import Count, Sum
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from funding.models import Fund
from network.cards.models import FacetValue

from ..live import Live, Wanted
from ..maps import woven_map
from .live import SlugBlock, districts

MEMBERS = Wanted(kinds=("member",), newest=4)


class WaysBlock(blocks.StaticBlock):
    """Buy, visit, support: the three ways in."""

    class Meta:
        icon = "arrow-right"
        label = _("Buy, visit, support")
        template = "cms/blocks/ways.html"


class DistrictMapBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False)
    text = blocks.TextBlock(label=_("Words"), required=False)

    class Meta:
        icon = "globe"
        label = _("Woven map of the districts")
        template = "cms/blocks/district_map.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        live = context.get("live") or Live([], get_language())
        return {**context, "map": woven_map(), "totals": members_by_district(), "members": live[MEMBERS]}


def members_by_district():
    """{slug: how many members}, as the filter of their list counts them."""
    values = FacetValue.objects.offered(["member"], get_language()).filter(name="district")
    return dict(values.values_list("value", "total"))


class DistrictBlock(SlugBlock):
    """One district on the woven map."""

    class Meta:
        icon = "site"
        label = _("Where it is")
        template = "cms/blocks/district.html"

    def __init__(self, **kwargs):
        super().__init__(**{"choices": districts, **kwargs})

    def get_context(self, value, parent_context=None):
        return {**super().get_context(value, parent_context), "map": woven_map(), "here": value}


class BooksBlock(blocks.StructBlock):
    """The open books, and the way to them."""

    title = blocks.CharBlock(label=_("Title"))
    text = blocks.TextBlock(label=_("Words"))

    class Meta:
        icon = "clipboard-list"
        label = _("Open books")
        template = "cms/blocks/books.html"

    def get_context(self, value, parent_context=None):
        return {**super().get_context(value, parent_context), "books": books()}


def books():
    """What all public funds together have been given, in satang, by how many."""
    return Fund.objects.public().aggregate(raised=Sum("raised"), backers=Sum("backers"), funds=Count("pk"))
