"""The form field for a photo that is kept as evidence."""

from django import forms

from .pictures import PictureRefused, as_jpeg, read_picture


class PhotoField(forms.FileField):
    """A photo, cleaned into a fresh JPEG file without a trace of where it was taken."""

    widget = forms.ClearableFileInput(attrs={"accept": "image/*"})

    def clean(self, data, initial=None):
        upload = super().clean(data, initial)
        try:
            return upload and as_jpeg(read_picture(upload), max_side=1600)
        except PictureRefused as refused:
            raise forms.ValidationError(refused.text) from refused
