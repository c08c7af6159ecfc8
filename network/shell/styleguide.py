"""What the living style guide shows."""

import re

import segno
from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from network.shell import samples
from network.shell.assets import STATIC
from network.shell.palette import contrasts, palette

NOBODYS_PROMPTPAY = "00020101021229370016A000000677010111011300668012345675802TH530376463046197"
SYMBOL = re.compile(r'<symbol id="([a-z-]+)"')
SHOWN = ["sand-0", "sand-50", "sand-100", "sand-300", "lake-600", "lake-700", "lake-300", "clay-600", "clay-300"]
SHOWN += ["palm-600", "marigold-400", "marigold-700", "rose-700", "ink-900", "ink-500", "night-900"]


class SampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label=_("Name"), help_text=_("As it is written on the parcel."))
    phone = forms.CharField(label=_("Phone"), widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}))
    district = forms.ChoiceField(label=_("District"), choices=[("01", "ริมเล"), ("02", "ควนกลาง")], required=False)
    delivery = forms.ChoiceField(
        label=_("How shall it reach you?"),
        choices=[("post", _("By post, 50 baht")), ("collect", _("I collect it in Hat Yai, free"))],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(label=_("A word to the maker"), widget=forms.Textarea, required=False)
    terms = forms.BooleanField(label=_("I have read the terms and agree"))
    slip = forms.ImageField(
        label=_("Picture of the transfer slip"),
        help_text=_("From your phone's pictures; we make it smaller before it is sent."),
        widget=forms.FileInput(
            attrs={"accept": "image/*", "data-controller": "shrink", "data-preview": "id_slip_preview"}
        ),
    )
    line_news = forms.BooleanField(
        label=_("News in LINE"),
        help_text=_("At most once a month. You can stop it here at any time."),
        widget=forms.CheckboxInput(attrs={"checked": True}),
        required=False,
    )


def icons():
    """The names in the sprite."""
    return SYMBOL.findall((STATIC / "icons/sprite.svg").read_text())


def guide():
    """Everything, in the language of the page; samples exist in Thai and English."""
    language = "th" if get_language() == "th" else "en"
    day = palette()
    return {
        "crumbs": [{"label": _("Home"), "path": "/"}, {"label": _("Style guide")}],
        "colours": [(name, day[name]) for name in SHOWN],
        "contrasts": [*zip(contrasts(), contrasts(dark=True), strict=True)],
        "icons": icons(),
        "motifs": ["edge", "weave", "wave", "rim", "fan", "fanlight"],
        "form": SampleForm(),
        "wrong_form": SampleForm({"name": "สมใจ", "district": "02"}, prefix="again"),
        "goods": samples.goods(language),
        "wide": samples.wide(language),
        "members": samples.members(language),
        "maker": samples.maker(language),
        "split": samples.split(language),
        "facts": samples.facts(language),
        "steps": samples.path_of_an_order(language),
        "entries": samples.entries(language),
        "checkout": checkout(),
        "rows": summary(),
        "payment": payment(),
        "closes": samples.moment(30),
        "pictures": pictures(),
        "table": table(),
    }


def checkout():
    return [
        {"label": _("Basket"), "state": "done", "path": "#"},
        {"label": _("Delivery"), "state": "current"},
        {"label": _("Payment"), "state": ""},
    ]


def summary():
    return [
        {"label": _("Goods"), "value": "฿810", "number": True},
        {"label": _("Delivery"), "value": "฿50", "number": True},
        {"label": _("Together"), "value": "฿860", "number": True, "total": True},
    ]


def payment():
    return {
        "qr_url": segno.make_qr(NOBODYS_PROMPTPAY, error="m").svg_data_uri(border=4, scale=8),
        "amount_satang": 86000,
        "amount_plain": "860.00",
        "holder": "เครือข่ายพลเมือง (สาธิต)",
        "account": "080-123-4567",
        "reference": "CH7K3F9",
        "expires_at": samples.moment(23, 11),
    }


def pictures():
    names = ["scarf", "sugar", "honey"]
    cards = [samples.card(name, "") for name in names]
    return [{"url": one.picture_url, "width": 400, "height": 500, "alt": ""} for one in cards]


def table():
    return {
        "columns": [{"label": _("Order")}, {"label": _("State")}, {"label": _("Together"), "number": True}],
        "rows": [
            [
                {"text": "CH-1042", "path": "#"},
                {"text": _("to pack"), "tone": "marigold"},
                {"text": "฿860", "number": True},
            ],
            [{"text": "CH-1041", "path": "#"}, {"text": _("sent"), "tone": "palm"}, {"text": "฿1,240", "number": True}],
        ],
    }
