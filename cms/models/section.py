from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from network.cards.shelf import Shelf

from ..blocks.streams import BODY, Blocks
from ..kinds import KINDS, kinds_of_section
from ..maps import woven_map
from .public_page import PublicPage

FILTERS = ("dimension", "district")


class SectionPage(PublicPage):
    """The list of one section: stories, places, members, trips … Its slug says which kinds it lists."""

    body = Blocks(BODY, blank=True, verbose_name=_("above the list"))

    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.StoryPage", "cms.PlacePage", "cms.MemberPage", "cms.AnnouncementPage"]
    streams = ("body",)
    template = "cms/section.html"

    content_panels = [*PublicPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    @property
    def kinds(self):
        return kinds_of_section(self.slug)

    @property
    def shape(self):
        return KINDS[self.kinds[0]].shape if self.kinds else "wide"

    def get_context(self, request, *args, **kwargs):
        chosen = {name: request.GET.getlist(name)[:5] for name in FILTERS if request.GET.get(name)}
        shelf = Shelf(self.kinds, self.language, chosen)
        position = {side: request.GET.get(side, "") for side in ("after", "before")}
        page = shelf.page("name" if self.slug in ("places", "members") else "newest", **position)
        return {
            **super().get_context(request, *args, **kwargs),
            "cards": page.cards,
            "chosen": chosen,
            "map": woven_map() if "place" in self.kinds else [],
            "filters": [] if "place" in self.kinds else [(name, shelf.filters().get(name, [])) for name in FILTERS],
            "previous_url": further(chosen, before=page.before),
            "next_url": further(chosen, after=page.after),
        }


def further(chosen, **position):
    """`?district=hat-yai&after=…`, or "" where there is no further page."""
    [(side, place)] = position.items()
    return querystring({**chosen, side: [place]}) if place else ""


def querystring(values):
    return f"?{urlencode(values, doseq=True)}"
