"""Oscar's partner is our seller: an organisation of the network that offers goods."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from oscar.apps.partner.abstract_models import AbstractPartner

from network.words.public_ids import new_public_id


class Partner(AbstractPartner):
    """A seller. Never deleted (Oscar would take every price with it): its organisation is suspended instead."""

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    organisation = models.OneToOneField(
        "organisations.Organisation", models.PROTECT, related_name="seller", verbose_name=_("organisation")
    )
    vat_registered = models.BooleanField(
        _("registered for VAT"), default=False, help_text=_("Only then does a price contain VAT (7/107 of it).")
    )
    sends_from = models.CharField(_("postcode it sends from"), max_length=5, blank=True)
    handling_days = models.PositiveSmallIntegerField(_("days to pack"), default=1)
    free_over = models.PositiveBigIntegerField(
        _("free delivery from"), null=True, blank=True, help_text=_("In satang; empty means never.")
    )

    class Meta(AbstractPartner.Meta):
        abstract = False
        permissions = ()  # Oscar's dashboard_access shows a seller the others' orders.
        verbose_name = _("seller")
        verbose_name_plural = _("sellers")

    def closed_until(self, at=None):
        """The day on which the shop opens again, or None while it is open."""
        return self.holidays.standing(at).values_list("until", flat=True).first()

    @property
    def primary_address(self):
        """The first address, where Oscar's raises as soon as there are two."""
        return self.addresses.order_by("pk").first()
