"""The two forms of the checkout."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from marketplace.address.models import Country
from marketplace.basket.forms import COUNTRIES, POSTCODE
from marketplace.shipping.parcels import Destination
from network.people.contacts import parse_contact, parse_phone
from network.places.lookup import find_places
from network.words.numbers import fold_digits

from .buyer import Buyer

SEND, FETCH = "send", "fetch"
ABROAD = ["MY", "SG"]


# What an address needs, by where it goes; nothing of it is asked of those who fetch their goods.
NEEDED = {"TH": ["country", "place", "line1"], "MY": ["country", "line1", "city", "postcode"]}
NEEDED["SG"] = ["country", "line1", "postcode"]


# Where scripts run, the places appear while one types; elsewhere the next page lists them.
LIVE = {"hx-trigger": "input changed delay:400ms", "hx-target": "#places", "hx-swap": "innerHTML"}


def text(label, *, autocomplete="off", missing="", **options):
    """A line of text."""
    words = {"error_messages": {"required": missing}} if missing else {"required": False}
    return forms.CharField(label=label, widget=forms.TextInput({"autocomplete": autocomplete}), **words, **options)


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
    country = forms.ChoiceField(label=_("Country"), choices=COUNTRIES)
    line1 = text(
        _("House number, village, street"),
        autocomplete="address-line1",
        missing=_("Write where your house is."),
        max_length=200,
    )
    place = text(
        _("Sub-district or postcode"),
        missing=_("Write your sub-district or postcode."),
        max_length=60,
        help_text=_("For example Khlong Hae, or 90110; then choose your place."),
    )
    subdistrict = text("", max_length=6)
    city = text(_("City"), autocomplete="address-level2", missing=_("Write the city."), max_length=80)
    postcode = text(_("Postcode"), autocomplete="postal-code", missing=_("Write the postcode."), max_length=12)
    phone = text(
        _("Phone for the driver"), autocomplete="tel", max_length=30, help_text=_("Who brings it may call when lost.")
    )

    def __init__(self, *args, countries=("TH",), may_fetch=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.places = []
        self.fields["place"].widget.attrs |= LIVE | {"hx-get": reverse("checkout:places")}
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
        """What does not belong to the chosen way is not missed."""
        given = self.cleaned_data
        country = given.get("country") if given.get("get") == SEND else None
        asked = NEEDED.get(country, ["country"] if given.get("get") == SEND else [])
        for name in {name for names in NEEDED.values() for name in names} - set(asked):
            self.errors.pop(name, None)
        if "place" in asked and "place" in given:
            self.find_home(given["place"], given.get("subdistrict", ""))
        if "postcode" in asked and "postcode" in given:
            self.check_postcode(country, given["postcode"])
        return given

    def find_home(self, typed, code):
        """One sub-district: the chosen one if the words still lead to it, else the only one they lead to."""
        self.places = find_places(typed)
        chosen = [place for place in self.places if place.code == code]
        if not chosen and len(self.places) == 1:
            chosen = self.places
        if chosen:
            self.chosen_place = chosen[0]
        elif self.places:
            self.add_error("place", _("Choose your place from the list."))
        else:
            self.add_error("place", _("We know no such place. Try the postcode."))

    def check_postcode(self, country, typed):
        self.cleaned_data["postcode"] = fold_digits(typed).replace(" ", "")
        if not re.fullmatch(POSTCODE[country], self.cleaned_data["postcode"], re.ASCII):
            self.add_error("postcode", _("This is no postcode of that country."))

    @property
    def buyer(self):
        """Raises KeyError before the form is valid."""
        given = self.cleaned_data
        phone = given.get("phone") or ("" if "@" in given["contact"] else given["contact"])
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
        return fields | {"line4": given.get("city", ""), "postcode": given["postcode"]}


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
