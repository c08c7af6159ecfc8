"""Forms of the editors' screens."""

from functools import partial

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.images.forms import BaseImageForm

from network.pictures import MAX_BYTES, UNREADABLE, PictureRefused, as_jpeg, read_picture
from network.words.public_ids import new_token

LONGEST_SIDE = 2400
CONSENTS = {"pdf", "jpg", "jpeg", "png"}


def read_or_refuse(to_python, data):
    """Wagtail looks at the first bytes, and stumbles over a file that has nothing behind them."""
    try:
        return to_python(data)
    except (OSError, SyntaxError, ValueError) as error:
        raise ValidationError(UNREADABLE) from error


class PictureForm(BaseImageForm):
    """An uploaded picture is made anew: upright, at most 2400 pixels long, without a trace of where it was taken."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["file"]
        field.to_python = partial(read_or_refuse, field.to_python)

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if "file" not in self.changed_data:
            return upload
        try:
            picture = read_picture(upload)
        except PictureRefused as refused:
            raise ValidationError(refused.text) from refused
        anew = as_jpeg(picture, max_side=LONGEST_SIDE)
        anew.name = f"{new_token()}.jpg"  # what the camera or its owner called it says too much
        return anew

    def clean_consent_file(self):
        """A paper or its photo, under a name that says nothing of who signed it."""
        upload = self.cleaned_data["consent_file"]
        if "consent_file" not in self.changed_data or not upload:
            return upload
        ending = upload.name.rpartition(".")[2].lower()
        if ending not in CONSENTS or upload.size > MAX_BYTES:
            raise ValidationError(_("Please choose a PDF, JPEG or PNG of at most 10 MB."))
        upload.name = f"{new_token()}.{ending}"
        return upload
