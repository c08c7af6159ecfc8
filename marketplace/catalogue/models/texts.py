"""What a listing says, once per language; the Thai row is the source."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from network.people.languages import Translation


class ListingText(Translation):
    """A listing's words in one language."""

    parent = models.ForeignKey("catalogue.Product", models.CASCADE, related_name="texts")
    title = models.CharField(_("name"), max_length=120)
    line = models.CharField(_("in one line"), max_length=160, blank=True)
    description = models.TextField(_("about it"), blank=True)
    unit = models.CharField(_("sold by"), max_length=80, blank=True, help_text=_("For example: 500 g jar."))
    origin = models.CharField(_("where it comes from"), max_length=200, blank=True)
    season = models.CharField(_("season"), max_length=200, blank=True)
    care = models.TextField(_("keeping and care"), blank=True)
    claims = models.TextField(
        _("claims"),
        blank=True,
        help_text=_("Organic, halal, award-winning …: kept apart, and read by a reviewer before it is shown."),
    )

    class Meta(Translation.Meta):
        verbose_name = _("listing text")
        verbose_name_plural = _("listing texts")

    def __str__(self):
        return self.title
