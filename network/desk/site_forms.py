"""What a site is called and what it looks like."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.pictures import PictureRefused, read_picture
from network.shell.identity import NETWORK_LONGEST, SITE_LONGEST
from network.shell.palette import palette
from network.shell.sign import SMALLEST
from network.shell.theme import OWN, Unreadable, check_colour

HEX = r"^#[0-9a-fA-F]{6}$"


class SiteForm(forms.Form):
    """Cleaned to the fields of an Identity, and the sign's picture if there is another one."""

    site_th = forms.CharField(
        label=_("Name of the site, in Thai"),
        max_length=SITE_LONGEST,
        help_text=_("Short: it stands at the top of each page."),
    )
    site_en = forms.CharField(label=_("Name of the site, in English"), max_length=SITE_LONGEST)
    network_th = forms.CharField(label=_("Name of the network, in Thai"), max_length=NETWORK_LONGEST)
    network_en = forms.CharField(label=_("Name of the network, in English"), max_length=NETWORK_LONGEST)
    colour = forms.RegexField(
        HEX,
        label=_("Colour"),
        widget=forms.TextInput(attrs={"type": "color"}),
        help_text=_("Of links, buttons and waters. It must be dark enough to be read."),
    )
    sign = forms.FileField(
        label=_("Sign"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/*"}),
        help_text=_("A square picture, best with a clear ground; 512 pixels are enough."),
    )
    no_sign = forms.BooleanField(label=_("Take our sign away again"), required=False)

    def __init__(self, *args, whose, **kwargs):
        super().__init__(*args, initial=told_of(whose), **kwargs)
        if not whose.sign:
            del self.fields["no_sign"]

    def clean_colour(self):
        """ "" for the design's own."""
        colour = self.cleaned_data["colour"].lower()
        if colour == palette()[OWN]:
            return ""
        try:
            check_colour(colour)
        except Unreadable as error:
            raise forms.ValidationError(
                _("Letters in this colour could not be read well (WCAG AA). The nearest that can: %(colour)s."),
                params={"colour": error.nearest},
            ) from error
        return colour

    def clean_sign(self):
        upload = self.cleaned_data["sign"]
        if not upload:
            return None
        try:
            picture = read_picture(upload)
        except PictureRefused as refused:
            raise forms.ValidationError(refused.text) from refused
        if min(picture.size) < SMALLEST:
            raise forms.ValidationError(
                _("This picture is too small: %(side)s pixels each way at least."), params={"side": SMALLEST}
            )
        return picture

    @property
    def names(self):
        """{kind: {language: name}}"""
        told = self.cleaned_data
        return {kind: {code: " ".join(told[f"{kind}_{code}"].split()) for code in ("th", "en")} for kind in KINDS}


KINDS = ("site", "network")


def told_of(whose):
    names = {f"{kind}_{code}": getattr(whose, kind)[code] for kind in KINDS for code in ("th", "en")}
    return {**names, "colour": whose.colour or palette()[OWN]}
