"""Forms of the editors' screens."""

from django.core.exceptions import ValidationError
from wagtail.images.forms import BaseImageForm

from network.pictures import PictureRefused, as_jpeg, read_picture

LONGEST_SIDE = 2400


class PictureForm(BaseImageForm):
    """An uploaded picture is made anew: upright, at most 2400 pixels long, without a trace of where it was taken."""

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if "file" not in self.changed_data:
            return upload
        try:
            picture = read_picture(upload)
        except PictureRefused as refused:
            raise ValidationError(refused.text) from refused
        anew = as_jpeg(picture, max_side=LONGEST_SIDE)
        anew.name = f"{upload.name.rpartition('.')[0] or 'picture'}.jpg"
        return anew
