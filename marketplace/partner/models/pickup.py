"""Where goods can be fetched, and when."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from network.people.languages import TranslatedMixin, Translation
from network.words.public_ids import new_public_id


class PickUpPoint(TranslatedMixin, models.Model):
    """A place where a seller hands goods over; fetching them there costs nothing."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    seller = models.ForeignKey("partner.Partner", models.CASCADE, related_name="pick_up_points")
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    ready_days = models.PositiveSmallIntegerField(_("ready after how many days"), default=1)
    is_open = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("pick-up point")
        verbose_name_plural = _("pick-up points")
        ordering = ["pk"]

    def __str__(self):
        return self.public_id


class PickUpPointText(Translation):
    """A pick-up point's words in one language."""

    parent = models.ForeignKey("partner.PickUpPoint", models.CASCADE, related_name="texts")
    name = models.CharField(_("name"), max_length=120)
    address = models.CharField(_("address"), max_length=300)
    hours = models.CharField(_("opening hours"), max_length=200)

    class Meta(Translation.Meta):
        verbose_name = _("pick-up point's text")
        verbose_name_plural = _("pick-up points' texts")

    def __str__(self):
        return self.name
