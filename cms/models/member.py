from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from ..blocks.streams import BODY, Blocks
from ..live import Wanted
from .public_page import PublicPage

SHELVES = {
    "buy": ("listing", "preorder"),
    "visit": ("trip",),
    "story": ("story",),
    "support": ("fund", "campaign"),
    "join": ("event", "call"),
    "learn": ("resource", "indicator"),
}


class MemberPage(PublicPage):
    """One organisation: who it is, where, how to reach it, and all that it makes, tells and asks for."""

    organisation = models.ForeignKey(
        "organisations.Organisation", models.PROTECT, related_name="pages", verbose_name=_("organisation")
    )
    body = Blocks(BODY, blank=True, verbose_name=_("text"))

    parent_page_types = ["cms.SectionPage"]
    subpage_types = []
    kind = "member"
    picture_shapes = ("square", "share")
    card_shape = "square"
    streams = ("body",)
    reads = (*PublicPage.reads, "organisation", "organisation__district")
    template = "cms/member.html"

    content_panels = [*PublicPage.content_panels, FieldPanel("organisation"), FieldPanel("body")]

    class Meta:
        verbose_name = _("member's page")
        verbose_name_plural = _("members' pages")

    @property
    def ref(self):
        return f"member:{self.organisation.public_id}"

    def clean(self):
        """Raises ValidationError for a second page of the same organisation in one language."""
        super().clean()
        others = MemberPage.objects.filter(organisation=self.organisation_id, locale=self.locale_id)
        if self.organisation_id and others.exclude(pk=self.pk).exists():
            raise ValidationError({"organisation": _("This organisation has a page already.")})

    def wanted(self):
        yield from super().wanted()
        yield from self.shelves().values()
        if self.place_ref:
            yield Wanted(refs=(self.place_ref,))

    @property
    def place_ref(self):
        district = self.organisation.district
        return f"place:{district.slug}" if district else ""

    def shelves(self):
        facets = (("maker", self.organisation.slug),)
        return {name: Wanted(kinds=kinds, facets=facets) for name, kinds in SHELVES.items()}

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        live = context["live"]
        return {
            **context,
            "organisation": self.organisation,
            "told": self.organisation.in_language(self.language),
            "shelves": {name: live[wanted] for name, wanted in self.shelves().items()},
            "place": self.place_ref and live.card(self.place_ref),
        }
