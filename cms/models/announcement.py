from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from ..blocks.live import CardRefBlock, refs_of
from ..blocks.streams import BODY, Blocks
from ..blocks.text import FactBlock
from ..kinds import KINDS, by_size
from ..live import Wanted
from .public_page import PublicPage


class AnnouncementPage(PublicPage):
    """A plain and honest page about something that cannot be booked here yet: its facts, its host, and whom to ask."""

    class Kind(models.TextChoices):
        TRIP = "trip", _("Community trip")
        CAMPAIGN = "campaign", _("Campaign")
        PREORDER = "preorder", _("Pre-order")
        EVENT = "event", _("Event")
        RESOURCE = "resource", _("Learning resource")
        INDICATOR = "indicator", _("Indicator")
        CALL = "call", _("Volunteer call")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    organisation = models.ForeignKey(
        "organisations.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="announcements",
        verbose_name=_("host"),
    )
    district = models.ForeignKey(
        "places.District",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="announcements",
        verbose_name=_("district"),
    )
    dimension = models.ForeignKey(
        "organisations.Dimension",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="announcements",
        verbose_name=_("dimension"),
    )
    price_satang = models.PositiveBigIntegerField(
        _("price"), null=True, blank=True, help_text=_("In satang: 100 is 1 baht.")
    )
    unit = models.CharField(_("for what"), max_length=100, blank=True, help_text=_("For example: per person."))
    season = models.CharField(_("season"), max_length=120, blank=True)
    starts_at = models.DateTimeField(_("begins"), null=True, blank=True)
    ends_at = models.DateTimeField(_("finishes"), null=True, blank=True)
    facts = Blocks([("fact", FactBlock())], blank=True, verbose_name=_("facts"))
    body = Blocks(BODY, blank=True, verbose_name=_("text"))
    related = Blocks([("card", CardRefBlock())], blank=True, verbose_name=_("see also"))

    parent_page_types = ["cms.SectionPage"]
    subpage_types = []
    streams = ("body",)
    reads = (*PublicPage.reads, "organisation", "district", "dimension")
    template = "cms/announcement.html"

    content_panels = [
        FieldPanel("kind"),
        *PublicPage.content_panels,
        MultiFieldPanel(
            [FieldPanel("organisation"), FieldPanel("district"), FieldPanel("dimension")], _("Who and where")
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("price_satang"), FieldPanel("unit")]),
                FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                FieldPanel("season"),
            ],
            _("Price and time"),
        ),
        FieldPanel("facts"),
        FieldPanel("body"),
        FieldPanel("related"),
    ]
    search_fields = [*PublicPage.search_fields, index.SearchField("body"), index.FilterField("kind")]

    class Meta:
        verbose_name = _("announcement")
        verbose_name_plural = _("announcements")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(starts_at=None)
                | models.Q(ends_at=None)
                | models.Q(ends_at__gte=models.F("starts_at")),
                name="announcement_ends_after_it_begins",
            ),
        ]

    @property
    def card_shape(self):
        return "tall" if self.kind == self.Kind.PREORDER else "wide"

    @property
    def picture_shapes(self):
        return (self.card_shape, "share")

    @property
    def way(self):
        return KINDS[self.kind].way

    def wanted(self):
        yield from super().wanted()
        yield self.seen_also
        if self.member_ref:
            yield Wanted(refs=(self.member_ref,))

    @property
    def seen_also(self):
        return Wanted(refs=tuple(refs_of(self.related)))

    @property
    def member_ref(self):
        return f"member:{self.organisation.public_id}" if self.organisation else ""

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        live = context["live"]
        facts = [block.value for block in self.facts]
        member = self.member_ref and live.card(self.member_ref)
        related, small = by_size(live[self.seen_also])
        return {**context, "facts": facts, "related": related, "related_small": small, "member": member}
