"""The forms of one's own data."""

from django import forms
from django.utils.translation import gettext_lazy as _


class EraseForm(forms.Form):
    sure = forms.BooleanField(label=_("Yes, erase my data. I know that it cannot be brought back afterwards."))
