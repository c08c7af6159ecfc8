from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from ..blocks.streams import BODY, Blocks
from ..live import Wanted
from ..maps import woven_map
from .public_page import PublicPage

SHELVES = {
    "buy": ("listing", "preorder"),
    "visit": ("trip",),
    "story": ("story",),
    "member": ("member",),
    "support": ("campaign",),
    "join": ("event", "call"),
}


class PlacePage(PublicPage):
    """One district: what it is known for, who lives and works there, what one can buy and visit."""

    district = models.ForeignKey("places.District", models.PROTECT, related_name="pages", verbose_name=_("district"))
    body = Blocks(BODY, blank=True, verbose_name=_("text"))

    parent_page_types = ["cms.SectionPage"]
    subpage_types = []
    kind = "place"
    picture_shapes = ("square", "share")
    card_shape = "square"
    streams = ("body",)
    reads = (*PublicPage.reads, "district")
    template = "cms/place.html"

    content_panels = [*PublicPage.content_panels, FieldPanel("district"), FieldPanel("body")]

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")

    @property
    def ref(self):
        return f"place:{self.district.slug}"

    def clean(self):
        """Raises ValidationError for a second page of the same district in one language."""
        super().clean()
        others = PlacePage.objects.filter(district=self.district_id, locale=self.locale_id).exclude(pk=self.pk)
        if self.district_id and others.exists():
            raise ValidationError({"district": _("This district has a page already.")})

    def wanted(self):
        yield from super().wanted()
        yield from self.shelves().values()

    def shelves(self):
        facets = (("district", self.district.slug),)
        return {name: Wanted(kinds=kinds, facets=facets) for name, kinds in SHELVES.items()}

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        cards = {name: context["live"][wanted] for name, wanted in self.shelves().items()}
        return {**context, "shelves": cards, "map": woven_map(), "here": self.district.slug}
