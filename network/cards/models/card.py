"""One row per public thing and language: what lists, blocks and the public search read."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .query import CardQuerySet


class Card(models.Model):
    """What a list shows of a thing. Written only by `network.cards.actions`, from its source; never the truth."""

    class Availability(models.TextChoices):
        READY = "", _("Available")
        PREORDER = "preorder", _("Pre-order")
        SOLD_OUT = "sold_out", _("Sold out")

    kind = models.CharField(_("kind"), max_length=20)
    ref = models.CharField(max_length=60, help_text=_("The thing itself, kind:public_id."))
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    text_language = models.CharField(
        max_length=10,
        choices=settings.LANGUAGES,
        help_text=_("The language its words are in: Thai where one is missing."),
    )
    path = models.CharField(max_length=500)

    title = models.CharField(_("title"), max_length=200)
    line = models.CharField(_("line"), max_length=300, blank=True)
    picture_url = models.CharField(max_length=500, blank=True)
    picture_width = models.PositiveIntegerField(default=0)
    picture_height = models.PositiveIntegerField(default=0)
    picture_srcset = models.TextField(blank=True)
    picture_alt = models.CharField(max_length=300, blank=True)
    price_satang = models.PositiveBigIntegerField(_("price"), null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=100, blank=True)
    progress = models.PositiveIntegerField(_("progress"), null=True, blank=True, help_text=_("In whole percent."))
    place = models.CharField(_("place"), max_length=100, blank=True)
    maker = models.CharField(_("maker"), max_length=200, blank=True)
    badges = models.JSONField(default=list, blank=True)
    availability = models.CharField(max_length=10, choices=Availability, blank=True)

    published_at = models.DateTimeField(_("published"))
    name_key = models.CharField(max_length=400, editable=False)

    # For search only, and last in the row: lists never read them.
    title_words = models.TextField(editable=False)
    words = models.TextField(editable=False)
    marks = models.TextField(editable=False)

    objects = CardQuerySet.as_manager()

    class Meta:
        verbose_name = _("card")
        verbose_name_plural = _("cards")
        constraints = [models.UniqueConstraint(fields=["ref", "language"], name="card_once_per_language")]
        indexes = [
            models.Index(fields=["language", "kind", "-published_at", "-id"], name="card_newest"),
            models.Index(fields=["language", "kind", "price_satang", "id"], name="card_by_price"),
            models.Index(fields=["language", "kind", "name_key", "id"], name="card_by_name"),
        ]

    def __str__(self):
        return self.title
