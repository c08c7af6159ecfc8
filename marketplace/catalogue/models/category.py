"""The shelves of the shop, named in each language."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from oscar.apps.catalogue.abstract_models import AbstractCategory

from network.people.languages import TranslatedMixin, Translation


class Category(TranslatedMixin, AbstractCategory):
    """A shelf. Its slug is its whole address, so that moving it in the tree breaks no link."""

    slug = models.SlugField(_("web address"), max_length=255, unique=True)

    class Meta(AbstractCategory.Meta):
        abstract = False

    def get_absolute_url(self):
        return reverse("catalogue:category", kwargs={"slug": self.slug})


class CategoryText(Translation):
    """A shelf's name in one language."""

    parent = models.ForeignKey("catalogue.Category", models.CASCADE, related_name="texts")
    name = models.CharField(_("name"), max_length=120)
    line = models.CharField(_("in one line"), max_length=200, blank=True)

    class Meta(Translation.Meta):
        verbose_name = _("name of a category")
        verbose_name_plural = _("names of categories")

    def __str__(self):
        return self.name
