"""The forms of sellers and reviewers at the desk."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from marketplace.partner.availability import units_left
from network.words.dates import month_name
from network.words.money import BahtField
from network.words.numbers import fold_digits

from .actions.stock import MOST
from .facts import AT_HOME, CHEAPEST, DEAREST
from .menu import menu
from .models import ListingText
from .models.listing import ShippingClass
from .weights import WeightField

TRAVELS = [choice for choice in ShippingClass.choices if choice[0] != ShippingClass.DIGITAL]
COUNTRIES = [("TH", _("Thailand")), ("MY", _("Malaysia")), ("SG", _("Singapore"))]


class CountField(forms.Field):
    """A number of pieces, Thai digits too; cleans to an int, or None where it may stay empty."""

    widget = forms.TextInput({"inputmode": "numeric", "autocomplete": "off"})

    def to_python(self, value):
        text = fold_digits(str(value if value is not None else "")).replace(",", "").strip()
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and len(text) <= len(str(MOST)) and int(text) <= MOST):
            raise ValidationError(_("Write how many in digits, for example 10."), code="unreadable")
        return int(text)


class Photos(forms.FileInput):
    """One photo or several; each is made small before it travels."""

    allow_multiple_selected = True

    def __init__(self, **attrs):
        super().__init__({"accept": "image/*", "data-controller": "shrink", "data-preview": "new-photo", **attrs})


class PhotosField(forms.FileField):
    """None, one or several uploads; whether they are pictures is judged when they are taken in."""

    def clean(self, data, initial=None):
        return [super(PhotosField, self).clean(upload, initial) for upload in data or []]


def text_of(name, **options):
    """A field as wide as its column."""
    longest = ListingText._meta.get_field(name).max_length
    return forms.CharField(max_length=longest, required=False, **options)


class ListingForm(forms.Form):
    """A photo and four fields; what else may be said is folded away and may wait for an editor."""

    use_required_attribute = False  # a draft may be kept half written

    camera = PhotosField(label=_("Take a photo"), required=False, widget=Photos(capture="environment"))
    gallery = PhotosField(label=_("Choose from this phone"), required=False, widget=Photos(multiple=True))
    title = forms.CharField(
        label=_("What is it called?"),
        max_length=120,
        error_messages={"required": _("Please give it a name.")},
        help_text=_("As you would say it at the market, for example: palm sugar, 500 g jar."),
    )
    price = BahtField(
        label=_("Price (baht)"),
        least=CHEAPEST,
        most=DEAREST,
        error_messages={"required": _("Please set a price.")},
    )
    left = CountField(label=_("How many do you have?"), error_messages={"required": _("Please say how many you have.")})
    weight_g = WeightField(
        label=_("Weight of one, packed"),
        error_messages={"required": _("Please say how much it weighs.")},
        help_text=_("In grams, for example 500. Or write 1.5 kg."),
    )
    unit = text_of("unit", label=_("Sold by"), help_text=_("For example: jar of 500 g, piece, set of three."))
    description = text_of(
        "description",
        label=_("Tell about it"),
        widget=forms.Textarea({"rows": 4}),
        help_text=_("What it is made of, who makes it, how to use it. Two or three sentences are enough."),
    )
    category = forms.ChoiceField(label=_("Shelf"), required=False)
    shipping_class = forms.ChoiceField(
        label=_("How it travels"), choices=TRAVELS, widget=forms.RadioSelect, initial=ShippingClass.AMBIENT
    )
    ships_to = forms.MultipleChoiceField(
        label=_("Where you send it"),
        choices=COUNTRIES,
        required=False,
        initial=AT_HOME,
        widget=forms.CheckboxSelectMultiple,
    )
    season_months = forms.TypedMultipleChoiceField(
        label=_("Months when there is some"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose none if you have it all year."),
    )
    claims = text_of(
        "claims",
        label=_("Something special about it"),
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Organic, halal, a prize: staff look at this before buyers see it."),
    )

    ESSENTIAL = ("title", "price", "left", "weight_g")
    PICTURES = ("camera", "gallery")
    TEXTS = ("title", "unit", "description", "claims")
    FACTS = ("weight_g", "shipping_class", "ships_to", "season_months")

    def __init__(self, data=None, files=None, *, listing=None, language="th"):
        super().__init__(data, files, initial=shown_of(listing) if listing else None)
        self.fields["season_months"].choices = [(n, month_name(n, language, "abbreviated")) for n in range(1, 13)]
        self.fields["category"].choices = [
            ("", _("Let the staff choose")),
            *((item.slug, item.name) for item in menu()),
        ]
        if listing and listing.state in ("live", "paused"):
            del self.fields["left"], self.fields["category"]  # counted on its page; moved by the staff
        if data is not None and data.get("shipping_class") == ShippingClass.PICKUP:
            self.fields["weight_g"].required = False

    @property
    def essential(self):
        return [self[name] for name in self.ESSENTIAL if name in self.fields]

    @property
    def further(self):
        return [self[name] for name in self.fields if name not in self.ESSENTIAL + self.PICTURES]

    @property
    def further_is_wrong(self):
        return any(field.errors for field in self.further)

    @property
    def photo_errors(self):
        return [error for name in self.PICTURES for error in self[name].errors]

    def forgive_missing(self):
        """A draft may lack what a listing may not: leave only the errors in what was written."""
        for name, errors in list(self.errors.as_data().items()):
            if all(error.code == "required" for error in errors):
                del self.errors[name]


def shown_of(listing):
    """What the form starts from: a fresh draft is sent within the country until its seller says otherwise."""
    values = values_of(listing)
    if listing.state == "draft" and not values["ships_to"]:
        values["ships_to"] = AT_HOME
    return values


def values_of(listing):
    """What is kept of a listing, by the fields of the form."""
    text = listing.in_language("th")
    words = {name: getattr(text, name, "") for name in ListingForm.TEXTS}
    facts = {name: getattr(listing, name) for name in ListingForm.FACTS}
    price, shelf = listing.stockrecords.first(), listing.categories.first()
    return {
        **words,
        **facts,
        "price": price.price_satang if price else None,
        "left": units_left([listing.ref]).get(listing.ref),
        "category": shelf.slug if shelf else "",
    }


class StockForm(forms.Form):
    """How many are left; `seen` is what the page said when she began to count."""

    left = CountField(error_messages={"required": _("Please say how many you have.")})
    seen = CountField(required=False)


REASONS = [
    (
        "photo",
        _("The photo is dark or blurred. Take it again by day, near a window, with the goods filling the picture."),
    ),
    ("name", _("The name does not say what it is. Write the name people ask for at the market.")),
    ("price", _("The price looks mistyped. Please check it.")),
    ("weight", _("Weight or number looks mistyped. Please check them.")),
    ("words", _("Please tell a little more: what it is made of, and how to use it.")),
    ("licence", _("Food, cosmetics and medicine need their number. Please add it, or ask your coordinator.")),
    ("forbidden", _("This may not be sold here. Call us and we will explain.")),
]


class RefusalForm(forms.Form):
    """Why not, in words the seller can act on."""

    presets = forms.MultipleChoiceField(
        label=_("What should be changed?"), choices=REASONS, required=False, widget=forms.CheckboxSelectMultiple
    )
    words = forms.CharField(
        label=_("In your own words"), required=False, max_length=1000, widget=forms.Textarea({"rows": 3})
    )

    def clean(self):
        if not self.cleaned_data.get("presets") and not self.cleaned_data.get("words", "").strip():
            raise ValidationError(_("Please say what should be changed."))

    @property
    def reasons(self):
        """One reason a line."""
        presets = [str(text) for name, text in REASONS if name in self.cleaned_data["presets"]]
        return "\n".join([*presets, self.cleaned_data["words"].strip()]).strip()
