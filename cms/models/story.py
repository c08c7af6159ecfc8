from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from ..blocks.live import SupportStream, refs_of
from ..blocks.streams import BODY, Blocks
from ..kinds import WAYS, by_size, way_of
from ..live import Wanted
from .public_page import PublicPage

MINUTES_PER_WORD = {"th": 1 / 160, "en": 1 / 220}
MORE = 4


class StoryPage(PublicPage):
    """A story of people and what they make; it ends with something to buy, visit or support."""

    author_role = models.CharField(
        _("told by"), max_length=100, blank=True, help_text=_("A role, for example: Community media team.")
    )
    organisation = models.ForeignKey(
        "organisations.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="stories",
        verbose_name=_("about whom"),
    )
    district = models.ForeignKey(
        "places.District", models.PROTECT, null=True, blank=True, related_name="stories", verbose_name=_("district")
    )
    dimension = models.ForeignKey(
        "organisations.Dimension",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="stories",
        verbose_name=_("dimension"),
    )
    body = Blocks(BODY, verbose_name=_("story"))
    support = Blocks(SupportStream(), verbose_name=_("buy, visit, support"))

    parent_page_types = ["cms.SectionPage"]
    subpage_types = []
    kind = "story"
    streams = ("body",)
    reads = (*PublicPage.reads, "organisation", "district", "dimension")
    template = "cms/story.html"

    content_panels = [
        FieldPanel("title", heading=_("Headline")),
        FieldPanel("line", heading=_("Standfirst")),
        FieldPanel("picture"),
        MultiFieldPanel(
            [FieldPanel("organisation"), FieldPanel("district"), FieldPanel("dimension"), FieldPanel("author_role")],
            _("Who and where"),
        ),
        FieldPanel("body"),
        FieldPanel("support"),
    ]
    search_fields = [*PublicPage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def wanted(self):
        yield from super().wanted()
        yield self.supported
        yield self.more
        yield from map(Wanted, ((ref,) for ref in (self.member_ref, self.place_ref) if ref))

    @property
    def supported(self):
        return Wanted(refs=tuple(refs_of(self.support)))

    @property
    def more(self):
        facets = (("dimension", self.dimension.key),) if self.dimension else ()
        return Wanted(kinds=("story",), facets=facets, newest=MORE)

    @property
    def member_ref(self):
        return f"member:{self.organisation.public_id}" if self.organisation else ""

    @property
    def place_ref(self):
        return f"place:{self.district.slug}" if self.district else ""

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        live = context["live"]
        return {
            **context,
            "ways": self.ways(live[self.supported]),
            "more": [card for card in live[self.more] if card.ref != self.ref][: MORE - 1],
            "member": self.member_ref and live.card(self.member_ref),
            "place": self.place_ref and live.card(self.place_ref),
        }

    @staticmethod
    def ways(cards):
        """[(way, its title, large cards, small cards)]: what can be bought, visited, supported, in this order."""
        found = []
        for way, title in WAYS.items():
            own = [card for card in cards if way_of(card.kind) == way]
            if own:
                found.append((way, title, *by_size(own)))
        return found

    @property
    def minutes(self):
        """How long it takes to read, at least one minute."""
        text = " ".join(self.body.stream_block.get_searchable_content(self.body))
        words = len(text) / 5 if self.language == "th" else len(text.split())
        return max(1, round(words * MINUTES_PER_WORD.get(self.language, 1 / 220)))
