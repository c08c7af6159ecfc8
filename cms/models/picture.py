"""Pictures of pages: who made them, who may be seen on them, and the sizes that readers are sent."""

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage, storages
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition

from network.cards.registry import Picture as Shown
from network.clock import now
from network.words.dates import in_bangkok


def private_storage():
    return storages["private"]


class Picture(AbstractImage):
    """A picture with its credit, its licence and the consent of those who can be recognised on it."""

    class People(models.TextChoices):
        NONE = "none", _("Nobody can be recognised")
        ADULTS = "adults", _("Adults can be recognised")
        CHILDREN = "children", _("Children can be recognised")

    class Licence(models.TextChoices):
        ASKED = "asked", _("Used by permission, all rights reserved")
        CC_BY = "cc-by-4.0", _("CC BY 4.0")
        CC_BY_SA = "cc-by-sa-4.0", _("CC BY-SA 4.0")
        CC0 = "cc0", _("CC0, free for everyone")

    alt_th = models.CharField(
        _("what it shows, in Thai"),
        max_length=300,
        blank=True,
        help_text=_("For people who cannot see it. Leave it empty only if the picture is mere decoration."),
    )
    alt_en = models.CharField(_("what it shows, in English"), max_length=300, blank=True)
    credit = models.CharField(_("made by"), max_length=150, blank=True)
    licence = models.CharField(_("licence"), max_length=12, choices=Licence, default=Licence.ASKED)
    people = models.CharField(_("people"), max_length=10, choices=People, default=People.NONE)
    consent_file = models.FileField(
        _("written consent"),
        upload_to="consents",
        storage=private_storage,
        blank=True,
        help_text=_("Of everyone who can be recognised; for children, of a parent or guardian. Readers never see it."),
    )
    consent_until = models.DateField(
        _("consent ends"), null=True, blank=True, help_text=_("The picture disappears from the site after this day.")
    )
    stored = models.JSONField(default=dict, editable=False, help_text=_("The files made of it, by shape."))

    admin_form_fields = (
        "title",
        "file",
        "alt_th",
        "alt_en",
        "credit",
        "licence",
        "people",
        "consent_file",
        "consent_until",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]

    def clean(self):
        """Raises ValidationError for people who can be recognised but have not agreed in writing."""
        super().clean()
        if self.people != self.People.NONE and not self.consent_file:
            raise ValidationError({"consent_file": _("Add the written consent, or choose another picture.")})

    @property
    def default_alt_text(self):
        return self.alt() or self.title

    def alt(self, language=None):
        """What it shows, in Thai for readers of Thai and in English for all others; "" for mere decoration."""
        told = {"th": self.alt_th, "en": self.alt_en}
        return told.get(language or get_language()) or self.alt_en or self.alt_th

    @property
    def may_be_shown(self):
        """Is there consent, and has it not run out?"""
        agreed = self.people == self.People.NONE or bool(self.consent_file)
        return agreed and (self.consent_until is None or in_bangkok(now()).date() <= self.consent_until)

    def shown(self, shape, language=None):
        """What a page needs to show it in this shape: address, size, srcset, alt. The original until files are made.

        None when its consent has run out. Asks the database nothing.
        """
        if not self.may_be_shown:
            return None
        whole = [[self.file.name, self.width, self.height]]
        files = self.stored.get(shape, whole) if self.stored.get("of", "").startswith(f"{self.file.name} ") else whole
        urls = [(default_storage.url(name), width, height) for name, width, height in files]
        url, width, height = next((file for file in urls if file[1] >= 640), urls[-1])
        srcset = ", ".join(f"{url} {width}w" for url, width, _height in urls) if len(urls) > 1 else ""
        return Shown(url, width, height, srcset, self.alt(language))


class PictureRendition(AbstractRendition):
    """One file made of a picture; Wagtail finds it by its recipe."""

    image = models.ForeignKey(Picture, models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="picture_rendition_once"),
        ]
