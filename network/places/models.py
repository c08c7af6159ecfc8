"""Provinces, districts and sub-districts, by the official codes of the Department of Provincial Administration."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from network.people.languages import TranslatedMixin, TranslatedQuerySet, Translation


class Province(TranslatedMixin, models.Model):
    """A province (จังหวัด); the settings name the one this network works in."""

    code = models.CharField(_("code"), max_length=2, unique=True)

    objects = TranslatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("province")
        verbose_name_plural = _("provinces")
        ordering = ["code"]

    def __str__(self):
        text = self.in_language()
        return text.name if text else self.code


class ProvinceText(Translation):
    parent = models.ForeignKey(Province, models.CASCADE, related_name="texts")
    name = models.CharField(_("name"), max_length=100)


class DistrictQuerySet(TranslatedQuerySet):
    def of_province(self, code):
        return self.filter(province__code=code)


class District(TranslatedMixin, models.Model):
    """A district (อำเภอ), known in addresses by its slug."""

    province = models.ForeignKey(Province, models.PROTECT, related_name="districts", verbose_name=_("province"))
    code = models.CharField(_("code"), max_length=4, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    postal_code = models.CharField(_("postal code"), max_length=5, blank=True)
    latitude = models.DecimalField(_("latitude"), max_digits=9, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=9, decimal_places=6, null=True, blank=True)

    objects = DistrictQuerySet.as_manager()

    class Meta:
        verbose_name = _("district")
        verbose_name_plural = _("districts")
        ordering = ["code"]

    def __str__(self):
        text = self.in_language()
        return text.short_name if text else self.slug

    @property
    def ref(self):
        return f"district:{self.slug}"


class DistrictText(Translation):
    parent = models.ForeignKey(District, models.CASCADE, related_name="texts")
    name = models.CharField(_("name"), max_length=100, help_text=_("With its kind: อำเภอหาดใหญ่, Hat Yai District."))
    short_name = models.CharField(_("short name"), max_length=100)
    identity = models.TextField(_("what it is known for"), blank=True)


class SubdistrictQuerySet(models.QuerySet):
    def with_postal_code(self, postal_code):
        return self.filter(postal_codes__contains=postal_code)


class Subdistrict(models.Model):
    """A sub-district (ตำบล) of a district we know; some have two postal codes."""

    district = models.ForeignKey(District, models.PROTECT, related_name="subdistricts", verbose_name=_("district"))
    code = models.CharField(_("code"), max_length=6, unique=True)
    name_th = models.CharField(_("name in Thai"), max_length=100)
    name_en = models.CharField(_("name in English"), max_length=100)
    postal_codes = models.CharField(_("postal codes"), max_length=40, help_text=_("Separated by spaces."))

    objects = SubdistrictQuerySet.as_manager()

    class Meta:
        verbose_name = _("sub-district")
        verbose_name_plural = _("sub-districts")
        ordering = ["code"]

    def __str__(self):
        return self.name

    @property
    def name(self):
        """In Thai for readers of Thai, romanised for all others."""
        return self.name_th if get_language() in (None, "th") else self.name_en
