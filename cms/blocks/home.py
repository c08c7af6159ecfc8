"""What only the front page shows."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from network.places.models import District

from ..maps import woven_map


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
        return {**super().get_context(value, parent_context), "map": woven_map()}


class DistrictBlock(blocks.ChoiceBlock):
    """One district on the woven map."""

    class Meta:
        icon = "site"
        label = _("Where it is")
        template = "cms/blocks/district.html"

    def __init__(self, **kwargs):
        super().__init__(**{"choices": names_of_districts, **kwargs})

    def get_context(self, value, parent_context=None):
        return {**super().get_context(value, parent_context), "map": woven_map(), "here": value}


def names_of_districts():
    return [(place.slug, str(place)) for place in District.objects.with_texts()]


class BooksBlock(blocks.StructBlock):
    """The open books, and the way to them."""

    title = blocks.CharBlock(label=_("Title"))
    text = blocks.TextBlock(label=_("Words"))

    class Meta:
        icon = "clipboard-list"
        label = _("Open books")
        template = "cms/blocks/books.html"
