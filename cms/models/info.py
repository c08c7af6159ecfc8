from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from ..blocks.streams import PLAIN, Blocks
from .public_page import PublicPage


class InfoPage(PublicPage):
    """About, contact, terms, privacy, delivery: plain words. What people agree to carries a version."""

    body = Blocks(PLAIN, verbose_name=_("text"))
    version = models.CharField(
        _("version"),
        max_length=40,
        blank=True,
        help_text=_(
            "Of a text that people agree to: they agree to the version they saw. A new wording gets a new one."
        ),
    )

    parent_page_types = ["cms.HomePage"]
    subpage_types = []
    picture_shapes = ("wide", "share")
    streams = ("body",)
    template = "cms/info.html"
    override_translatable_fields = [SynchronizedField("version", overridable=False)]

    content_panels = [FieldPanel("title"), FieldPanel("line"), FieldPanel("body"), FieldPanel("version")]
    search_fields = [*PublicPage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("page of information")
        verbose_name_plural = _("pages of information")
