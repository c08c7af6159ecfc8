"""What a member fills in about a certificate, and what the judge says."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.photo_field import PhotoField
from network.words.dates import ThaiDateField
from network.words.public_ids import is_public_id, new_public_id

from .certified import things_of, today
from .schemes import MOST_STARS, SCHEMES, choices

STARS = [("", "–"), *((number, "★" * number) for number in range(1, MOST_STARS + 1))]


class CertificateForm(forms.Form):
    """`key` is its id, given beforehand: sent twice it is one."""

    key = forms.CharField(widget=forms.HiddenInput, initial=new_public_id)
    scheme = forms.ChoiceField(label=_("Which certificate"), choices=choices)
    stars = forms.TypedChoiceField(
        label=_("Stars"), choices=STARS, coerce=int, empty_value=None, required=False, help_text=_("For OTOP only.")
    )
    about = forms.ChoiceField(label=_("What it is about"), required=False)
    number = forms.CharField(label=_("Number on the certificate"), max_length=60)
    issuer = forms.CharField(
        label=_("Who gave it"), max_length=150, required=False, help_text=_("If its name does not say so.")
    )
    issued_on = ThaiDateField(label=_("Given on"), required=False, widget=forms.TextInput({"type": "date"}))
    expires_on = ThaiDateField(
        label=_("Valid until"),
        required=False,
        widget=forms.TextInput({"type": "date"}),
        help_text=_("Leave it empty if no day is written on it."),
    )
    picture = PhotoField(
        label=_("Photo of the certificate"), help_text=_("All of it. Only you and who checks it see it.")
    )

    def __init__(self, *args, organisation, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = [("", str(organisation)), *things_of(organisation)]

    def clean_key(self):
        key = self.cleaned_data["key"]
        if not is_public_id(key):
            raise forms.ValidationError(_("It is no longer whole. Please open it afresh."))
        return key

    def clean_expires_on(self):
        day = self.cleaned_data["expires_on"]
        if day and day < today():
            raise forms.ValidationError(_("This day has passed. Only a certificate that is valid can be shown."))
        return day

    def clean(self):
        cleaned = super().clean()
        given, ends = cleaned.get("issued_on"), cleaned.get("expires_on")
        if given and ends and ends < given:
            self.add_error("expires_on", _("It cannot end before it was given."))
        scheme = SCHEMES.get(cleaned.get("scheme"))
        if scheme and not scheme.graded:
            cleaned["stars"] = None
        return cleaned


class CertificateRefusalForm(forms.Form):
    refusal = forms.CharField(label=_("Why? Her people read this."), max_length=300, widget=forms.Textarea({"rows": 3}))
