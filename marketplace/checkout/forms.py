"""The two forms of the checkout."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from marketplace.address.models import Country
from marketplace.basket.forms import COUNTRIES, POSTCODE
from marketplace.shipping.parcels import Destination
from network.people.contacts import parse_contact, parse_phone
from network.places.lookup import find_places, place_of
from network.words.numbers import fold_digits

from .buyer import Buyer

SEND, FETCH = "send", "fetch"
ABROAD = ["MY", "SG"]


def text(label, *, autocomplete="", css="", **options):
    """A line of text; optional to the form, for what is needed depends on where it goes."""
    attributes = {"autocomplete": autocomplete} if autocomplete else {}
    field = forms.CharField(label=label, required=False, widget=forms.TextInput(attributes), **options)
    field.css = css
    return field


class DetailsForm(forms.Form):
    """Who orders, and where to. `countries` are those that everything in the basket can reach."""

    contact = forms.CharField(
        label=_("E-mail or phone"),
        max_length=254,
        help_text=_("One is enough. Here we tell you when your goods are on their way."),
        widget=forms.TextInput({"autocomplete": "email"}),
    )
    name = forms.CharField(label=_("Name"), max_length=120, widget=forms.TextInput({"autocomplete": "name"}))
    get = forms.ChoiceField(
        label=_("How do you want to get it?"),
        choices=[(SEND, _("Send it to me")), (FETCH, _("I fetch it from the makers"))],
        widget=forms.RadioSelect,
    )
    country = forms.ChoiceField(label=_("Country"), choices=COUNTRIES, required=False)
    line1 = text(_("House number, village, street"), autocomplete="address-line1", css="if-send", max_length=200)
    place = text(
        _("Sub-district or postcode"),
        css="if-send if-home",
        max_length=60,
        help_text=_("For example Khlong Hae, or 90110; then choose your place."),
    )
    subdistrict = text("", max_length=6)
    city = text(_("City"), autocomplete="address-level2", css="if-send if-abroad", max_length=80)
    postcode = text(_("Postcode"), autocomplete="postal-code", css="if-send if-abroad", max_length=12)
    phone = text(
        _("Phone for the driver"),
        autocomplete="tel",
        css="if-send",
        max_length=30,
        help_text=_("So that she finds you."),
    )

    def __init__(self, *args, countries=("TH",), may_fetch=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.places = []
        self.fields["country"].choices = [choice for choice in COUNTRIES if choice[0] in countries]
        ways = ([SEND] if countries else []) + ([FETCH] if may_fetch else [])
        self.fields["get"].choices = [choice for choice in self.fields["get"].choices if choice[0] in ways]
        self.fields["get"].initial = ways[0] if ways else SEND

    @property
    def must_choose_way(self):
        return len(self.fields["get"].choices) > 1

    def clean_contact(self):
        return parse_contact(fold_digits(self.cleaned_data["contact"])).address

    def clean_phone(self):
        return parse_phone(fold_digits(self.cleaned_data["phone"])) if self.cleaned_data["phone"] else ""

    def clean(self):
        given = self.cleaned_data
        if given.get("get") == SEND:
            self.need("country", _("Choose a country."))
            self.need("line1", _("Write where your house is."))
            clean_place = {"TH": self.clean_home, "MY": self.clean_abroad, "SG": self.clean_abroad}
            clean_place.get(given.get("country"), bool)()
        return given

    def need(self, name, words):
        if not self.cleaned_data.get(name) and name not in self.errors:
            self.add_error(name, words)

    def clean_home(self):
        """One sub-district: the chosen one if the words still lead to it, else the only one they lead to."""
        typed, code = self.cleaned_data.get("place", ""), self.cleaned_data.get("subdistrict", "")
        self.places = find_places(typed) if typed else []
        chosen = [place for place in self.places if place.code == code]
        if code and not typed:
            chosen = [place for place in [place_of(code)] if place]
        chosen = chosen or (self.places if len(self.places) == 1 else [])
        if chosen:
            self.chosen_place = chosen[0]
        elif self.places:
            self.add_error("place", _("Choose your place from the list."))
        else:
            words = (
                _("We know no such place. Try the postcode.") if typed else _("Write your sub-district or postcode.")
            )
            self.add_error("place", words)

    def clean_abroad(self):
        country, postcode = self.cleaned_data["country"], fold_digits(self.cleaned_data.get("postcode", ""))
        self.cleaned_data["postcode"] = postcode.replace(" ", "")
        if not re.fullmatch(POSTCODE[country], self.cleaned_data["postcode"], re.ASCII):
            self.add_error("postcode", _("This is no postcode of that country."))
        if country != "SG":
            self.need("city", _("Write the city."))

    @property
    def buyer(self):
        """Raises KeyError before the form is valid."""
        given = self.cleaned_data
        phone = given["phone"] or ("" if "@" in given["contact"] else given["contact"])
        address = self.address() if given["get"] == SEND else None
        destination = Destination(given["country"], address["postcode"]) if address else Destination("TH")
        return Buyer(given["name"], given["contact"], phone, destination, address)

    def address(self):
        given = self.cleaned_data
        fields = {"line1": given["line1"], "country": Country(pk=given["country"])}
        if given["country"] == "TH":
            place = self.chosen_place
            return fields | {
                "line3": place.subdistrict,
                "line4": place.district,
                "state": place.province,
                "postcode": place.postal_code,
                "subdistrict_code": place.code,
            }
        return fields | {"line4": given["city"], "postcode": given["postcode"]}


class OrderForm(forms.Form):
    """Deliveries, payment and the buyer's word. What it costs she has seen; it is never taken from here."""

    KEY = re.compile(r"[0-9a-z]{20,40}", re.ASCII)

    key = forms.CharField(max_length=40, widget=forms.HiddenInput)
    total = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    pay = forms.ChoiceField(label=_("How do you want to pay?"), widget=forms.RadioSelect)
    terms = forms.BooleanField(
        label=_("I agree to the terms of sale"),
        error_messages={"required": _("Without your agreement nobody may sell you anything.")},
    )

    def __init__(self, *args, gateways, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["pay"].choices = [(gateway.code, gateway.title) for gateway in gateways]

    def clean_key(self):
        if not self.KEY.fullmatch(self.cleaned_data["key"]):
            raise ValidationError(_("This page is too old. Please load it again."))
        return self.cleaned_data["key"]


def ways_of(posted):
    """{seller's public id: option code} of the form's delivery choices."""
    prefix = "way-"
    return {name.removeprefix(prefix): value[:40] for name, value in posted.items() if name.startswith(prefix)}
