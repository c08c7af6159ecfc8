"""The form field for a photo that is kept as evidence; it need not be taken again when its form comes back.

A photo that was good lies in the private storage for an hour while its form is mended, under a name that nobody can
guess and that the form carries, signed.
"""

from datetime import UTC, datetime, timedelta

from django import forms
from django.core import signing
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from .pictures import PictureRefused, as_jpeg, read_picture
from .words.public_ids import new_token

FOLDER, SALT = "kept", "photo of a form that came back"
LASTS = timedelta(hours=1)


class KeptPhoto(ContentFile):
    """A photo of the form's former sending, cleaned then."""

    def __init__(self, content, ticket):
        super().__init__(content, name="picture.jpg")
        self.ticket = ticket


class PhotoInput(forms.FileInput):
    """A file to choose; once the field has taken one and the form is shown again, that one is kept."""

    template_name = "shell/photo_input.html"
    photo = None

    def value_from_datadict(self, data, files, name):
        return files.get(name) or find_kept(data.get(f"{name}-kept", ""))

    def use_required_attribute(self, initial):
        return self.photo is None and super().use_required_attribute(initial)

    def get_context(self, name, value, attrs):
        ticket = keep(self.photo) if self.photo else ""
        return super().get_context(name, value, attrs) | {"kept": ticket, "kept_name": f"{name}-kept"}


class PhotoField(forms.FileField):
    """A photo, cleaned into a fresh JPEG file without a trace of where it was taken."""

    widget = PhotoInput(attrs={"accept": "image/*"})

    def clean(self, data, initial=None):
        self.widget.photo = data if isinstance(data, KeptPhoto) else self.clean_upload(super().clean(data, initial))
        return self.widget.photo

    @staticmethod
    def clean_upload(upload):
        try:
            return upload and as_jpeg(read_picture(upload), max_side=1600)
        except PictureRefused as refused:
            raise forms.ValidationError(refused.text) from refused


def keep(photo):
    """Put it aside; the signed ticket that finds it again for an hour."""
    if isinstance(photo, KeptPhoto):
        return photo.ticket
    photo.seek(0)
    name = new_token()
    storages["private"].save(f"{FOLDER}/{name}.jpg", photo)
    return signing.dumps(name, salt=SALT)


def find_kept(ticket):
    """The photo of that ticket, or None for one that is not ours, too old, or swept away."""
    try:
        name = signing.loads(ticket, salt=SALT, max_age=LASTS)
        with storages["private"].open(f"{FOLDER}/{name}.jpg") as kept:
            return KeptPhoto(kept.read(), ticket)
    except (signing.BadSignature, FileNotFoundError):
        return None


def sweep_kept():
    """Delete those whose tickets have ended; how many."""
    storage, at = storages["private"], datetime.now(UTC)
    if not storage.exists(FOLDER):
        return 0
    paths = [f"{FOLDER}/{name}" for name in storage.listdir(FOLDER)[1]]
    ended = [path for path in paths if at - storage.get_modified_time(path) > LASTS]
    for path in ended:
        storage.delete(path)
    return len(ended)
