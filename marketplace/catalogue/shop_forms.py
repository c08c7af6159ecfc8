"""What a seller says about her shop as a whole."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.places.lookup import find_places
from network.words.dates import ThaiDateField
from network.words.numbers import fold_digits

from .desk_forms import CountField

SLOWEST = 30


class HolidayForm(forms.Form):
    """Until when the shop is closed; whether that day will do, the action judges."""

    until = ThaiDateField(
        label=_("Open again on"),
        widget=forms.TextInput({"type": "date"}),
        error_messages={"required": _("Please choose a day.")},
    )


class DeliveryForm(forms.Form):
    """From where goods are sent, and where they can be fetched; starts from what is there."""

    sends_from = forms.CharField(
        label=_("Postcode you send from"),
        max_length=10,
        required=False,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "postal-code"}),
    )
    handling_days = CountField(
        label=_("Days you need to pack"), error_messages={"required": _("Please say how many days.")}
    )
    name = forms.CharField(
        label=_("Where buyers can fetch it"),
        max_length=120,
        required=False,
        help_text=_("For example: our shop at the lake. Leave it empty if nobody can fetch anything."),
    )
    address = forms.CharField(label=_("Address of that place"), max_length=300, required=False)
    hours = forms.CharField(
        label=_("Opening hours"), max_length=200, required=False, help_text=_("For example: every day 9–17.")
    )

    def __init__(self, *args, seller, **kwargs):
        super().__init__(*args, initial=told_of(seller), **kwargs)

    def clean_sends_from(self):
        postcode = fold_digits(self.cleaned_data["sends_from"]).replace(" ", "")
        if postcode and not (len(postcode) == 5 and find_places(postcode)):
            raise forms.ValidationError(_("We do not know this postcode. It has five digits, for example 90110."))
        return postcode

    def clean_handling_days(self):
        days = self.cleaned_data["handling_days"]
        if days > SLOWEST:
            raise forms.ValidationError(_("At most %(most)d days.") % {"most": SLOWEST})
        return days

    def clean(self):
        """A place needs its address and hours, and goods need a way."""
        given = self.cleaned_data
        if given.get("name"):
            for name in ("address", "hours"):
                if name in given and not given[name]:
                    self.add_error(name, _("Please fill this in, so that buyers find you there."))
        elif "sends_from" in given and not given["sends_from"]:
            self.add_error("sends_from", _("Give a postcode to send from, or a place to fetch goods, or both."))


def told_of(seller):
    """Of several places the first."""
    point = seller.pick_up_points.order_by("pk").first()
    text = point.in_language("th") if point and point.is_open else None
    place = {name: getattr(text, name, "") for name in ("name", "address", "hours")}
    return {"sends_from": seller.sends_from, "handling_days": seller.handling_days, **place}
