"""Who carries parcels, and where their way can be looked up: rows, not code."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ..check_digits import has_s10_check_digit


class Carrier(models.Model):
    """A carrier. `number_pattern` is a regular expression for the whole tracking number; empty accepts any."""

    class CheckDigit(models.TextChoices):
        NONE = "", _("none")
        S10 = "s10", _("S10, of the Universal Postal Union")

    code = models.SlugField(max_length=30, unique=True)
    name_th = models.CharField(_("name in Thai"), max_length=80)
    name_en = models.CharField(_("name in English"), max_length=80)
    tracking_url = models.CharField(
        _("tracking page"), max_length=200, blank=True, help_text=_("With {number} where the number stands.")
    )
    number_pattern = models.CharField(_("shape of its numbers"), max_length=120, blank=True)
    check_digit = models.CharField(_("check digit"), max_length=4, choices=CheckDigit, blank=True)
    is_cold = models.BooleanField(_("carries chilled goods"), default=False)
    is_open = models.BooleanField(_("offered"), default=True)
    position = models.PositiveSmallIntegerField(_("position"), default=100)

    class Meta:
        verbose_name = _("carrier")
        verbose_name_plural = _("carriers")
        ordering = ["position", "code"]

    def __str__(self):
        return self.name_th if get_language() in (None, "th") else self.name_en

    def clean_number(self, text):
        """The number without spaces and dashes, in capitals; raises ValidationError for one that cannot be theirs."""
        number = re.sub(r"[\s-]", "", str(text)).upper()
        if not re.fullmatch(r"[0-9A-Z]{5,40}", number, re.ASCII):
            raise ValidationError(_("A tracking number has only letters A–Z and digits, five at least."))
        if self.number_pattern and not re.fullmatch(self.number_pattern, number, re.ASCII):
            raise ValidationError(
                _("This does not look like a number of %(carrier)s. Please compare it with the receipt."),
                params={"carrier": self},
            )
        if self.check_digit == self.CheckDigit.S10 and not has_s10_check_digit(number):
            raise ValidationError(_("One of the digits is mistyped. Please compare it with the receipt."))
        return number

    def link_to(self, number):
        """Where that parcel can be followed, or nothing."""
        return self.tracking_url.replace("{number}", number) if self.tracking_url and number else ""
