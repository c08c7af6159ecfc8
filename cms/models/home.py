from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from ..blocks.home import MEMBERS
from ..blocks.streams import HOME, Blocks
from .public_page import PublicPage


class HomePage(PublicPage):
    """The front page of one language: one picture, one sentence, and the ways in."""

    headline = models.CharField(_("headline"), max_length=120)
    body = Blocks(HOME, blank=True, verbose_name=_("below"))

    is_creatable = False  # set-up makes them, and whoever translates one
    max_count_per_parent = None
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["cms.SectionPage", "cms.InfoPage"]
    picture_shapes = ("full", "share")
    streams = ("body",)
    template = "cms/home.html"

    content_panels = [
        FieldPanel("title"),
        FieldPanel("headline"),
        FieldPanel("line"),
        FieldPanel("picture"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def wanted(self):
        yield from super().wanted()
        if any(block.block_type == "district_map" for block in self.body):
            yield MEMBERS
