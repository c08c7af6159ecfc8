"""Pictures with their credit; none goes out without the consent of those who can be recognised."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock


class ConsentedPictureBlock(ImageChooserBlock):
    """A chosen picture; refuses one that may not be shown."""

    def clean(self, value):
        value = super().clean(value)
        if value is not None and not value.may_be_shown:
            raise ValidationError(_("The consent for this picture is missing or has ended."))
        return value


class PictureBlock(blocks.StructBlock):
    picture = ConsentedPictureBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "cms/blocks/picture.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        return {**context, "shown": value["picture"] and value["picture"].shown("full")}


class GalleryBlock(blocks.StructBlock):
    pictures = blocks.ListBlock(ConsentedPictureBlock(label=_("Picture")), label=_("Pictures"), min_num=2)
    caption = blocks.CharBlock(label=_("Caption"), required=False)

    class Meta:
        icon = "image"
        label = _("Gallery")
        template = "cms/blocks/gallery.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        shown = [picture.shown("tall") for picture in value["pictures"] if picture]
        credits = dict.fromkeys(picture.credit for picture in value["pictures"] if picture and picture.credit)
        return {**context, "pictures": [one for one in shown if one], "credits": list(credits)}
