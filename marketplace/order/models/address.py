"""Where an order's parcels go."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from oscar.apps.address.abstract_models import AbstractShippingAddress

COUNTRIES = {"TH": _("Thailand"), "MY": _("Malaysia"), "SG": _("Singapore")}


class ShippingAddress(AbstractShippingAddress):
    """line1: house, village, street; line3: sub-district; line4: district or city; state: province or state."""

    subdistrict_code = models.CharField(_("code of the sub-district"), max_length=6, blank=True)

    class Meta(AbstractShippingAddress.Meta):
        abstract = False
        verbose_name = _("delivery address")
        verbose_name_plural = _("delivery addresses")

    @property
    def lines(self):
        """As written on a parcel, from the house to the country."""
        place = [self.line3, self.line4, self.state, self.postcode]
        return [self.line1, self.line2, " ".join(part for part in place if part), COUNTRIES.get(self.country_id, "")]
