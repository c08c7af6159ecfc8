"""A listing's photos: Oscar's image, with renditions made once, at upload."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from oscar.apps.catalogue.abstract_models import AbstractProductImage

from network.words.public_ids import new_public_id


def photo_path(photo, filename):
    """A name nobody can guess, and nothing of what the file was called on someone's phone."""
    return f"listings/{photo.stem}.webp"


class ProductImage(AbstractProductImage):
    """A photo: `original` is re-encoded without camera data, `widths` names the smaller WebP files beside it."""

    stem = models.CharField(max_length=40, unique=True, default=new_public_id, editable=False)
    original = models.ImageField(_("photo"), upload_to=photo_path, max_length=255)
    width = models.PositiveIntegerField(_("width"), default=0, editable=False)
    height = models.PositiveIntegerField(_("height"), default=0, editable=False)
    widths = models.JSONField(_("widths of the renditions"), default=list, editable=False)

    class Meta(AbstractProductImage.Meta):
        abstract = False
        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    def name_at(self, width):
        """The stored file of one rendition."""
        return f"listings/{self.stem}-{width}.webp"

    def srcset_to(self, widest):
        """For `<img srcset>`: the renditions up to that width, each with its own."""
        ready = [width for width in self.widths if width <= widest]
        return ", ".join(f"{self.original.storage.url(self.name_at(width))} {width}w" for width in ready)

    def url_at(self, width):
        """The smallest rendition at least that wide; the original where none is."""
        fitting = next((ready for ready in sorted(self.widths) if ready >= width), None)
        name = self.name_at(fitting) if fitting else self.original.name
        return self.original.storage.url(name)

    @property
    def small_url(self):
        """For lists at the desk."""
        return self.url_at(320)

    @property
    def middle_url(self):
        return self.url_at(640)
