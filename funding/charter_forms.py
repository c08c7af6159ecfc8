"""What is written down of a fund before it asks anybody for money."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.organisations.models import Dimension, Organisation
from network.payments.forms import PhotoField
from network.payments.models import HolderAccount
from network.words.dates import ThaiDateField
from network.words.money import BahtField

from .actions.charters import LANGUAGES, TEXTS
from .models import Fund

FACTS = ("steward", "dimension", "holder", "goal", "two_approve_over", "permit_number", "permit_until")


class CharterForm(forms.Form):
    """In Thai first; English for guests. In satang, as everywhere."""

    name_th = forms.CharField(label=_("Name of the fund"), max_length=150)
    name_en = forms.CharField(label=_("Name in English"), max_length=150, required=False)
    line_th = forms.CharField(label=_("In one line"), max_length=200, required=False)
    line_en = forms.CharField(label=_("In one line, in English"), max_length=200, required=False)
    purpose_th = forms.CharField(label=_("What the money is for"), max_length=4000, widget=forms.Textarea({"rows": 4}))
    purpose_en = forms.CharField(
        label=_("What the money is for, in English"),
        max_length=4000,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )
    governance_th = forms.CharField(
        label=_("Who decides, and how"), max_length=4000, widget=forms.Textarea({"rows": 3})
    )
    governance_en = forms.CharField(
        label=_("Who decides, and how, in English"),
        max_length=4000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    steward = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Who answers for it"),
        to_field_name="slug",
        empty_label=_("Choose an organisation"),
        help_text=_("Its people ask for payments and judge expenses."),
    )
    dimension = forms.ModelChoiceField(
        Dimension.objects.none(), label=_("Dimension"), to_field_name="key", empty_label=_("Choose one")
    )
    holder = forms.ModelChoiceField(
        HolderAccount.objects.none(),
        label=_("Whose account receives"),
        to_field_name="public_id",
        empty_label=_("Choose an account"),
        help_text=_("Only accounts that two people have checked."),
    )
    goal = BahtField(label=_("Goal in baht"), required=False, help_text=_("A fund may have none."))
    two_approve_over = BahtField(label=_("Two people approve payments above, in baht"), initial=5_000_00, zero=True)
    permit_number = forms.CharField(label=_("Number of the solicitation permit"), max_length=60, required=False)
    permit_until = ThaiDateField(label=_("Permitted until"), required=False, widget=forms.TextInput({"type": "date"}))
    exemption_th = forms.CharField(
        label=_("Why no permit is needed"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_(
            "Only where the Solicitation Control Act B.E. 2487 does not ask for one; everybody reads the reason."
        ),
    )
    exemption_en = forms.CharField(
        label=_("Why no permit is needed, in English"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    picture = PhotoField(label=_("Picture"), required=False)

    def __init__(self, *args, fund=None, **kwargs):
        super().__init__(*args, initial=charter_of(fund) if fund else None, **kwargs)
        self.fields["steward"].queryset = Organisation.objects.active().with_texts().order_by("slug")
        self.fields["dimension"].queryset = Dimension.objects.with_texts()
        accounts = HolderAccount.objects.verified().order_by("-is_default", "legal_name")
        self.fields["holder"].queryset = accounts
        if not fund and (first := accounts.first()):
            self.fields["holder"].initial = first.public_id

    def clean(self):
        told = super().clean()
        self.ask_for_all_of_the_english(told)
        holder, steward = told.get("holder"), told.get("steward")
        if holder and steward and holder.organisation_id not in (None, steward.pk):
            self.add_error(
                "holder", _("This account belongs to another organisation than the one that answers for it.")
            )
        return told

    def ask_for_all_of_the_english(self, told):
        """Guests read all of a charter in English, or all of it in Thai; none of what was written is dropped."""
        if not any(told.get(f"{name}_en") for name in TEXTS):
            return
        needed = ["name", "purpose", "governance", *(["exemption"] if told.get("exemption_th") else [])]
        for name in needed:
            if not told.get(f"{name}_en") and f"{name}_en" not in self.errors:
                self.add_error(f"{name}_en", _("You began the English: please write this in English too."))

    @property
    def told(self):
        """The arguments of `prepare_fund` and `change_charter`."""
        told = self.cleaned_data
        texts = {language: {name: told[f"{name}_{language}"] for name in TEXTS} for language in LANGUAGES}
        facts = {name: told[name] for name in FACTS} | {"is_exempt": bool(told["exemption_th"])}
        return {"texts": texts, "picture": told["picture"], **facts}


def charter_of(fund):
    """What the form starts from: the draft as it stands."""
    texts = {text.language: text for text in fund.texts.all()}
    initial = {
        f"{name}_{language}": getattr(texts[language], name)
        for language in LANGUAGES
        if language in texts
        for name in TEXTS
    }
    facts = {name: getattr(fund, name) for name in FACTS}
    return (
        initial
        | facts
        | {"steward": fund.steward.slug, "dimension": fund.dimension.key, "holder": fund.holder.public_id}
    )


def funds_by_state():
    """Those in preparation first: they wait for somebody."""
    return Fund.objects.with_texts().select_related("steward").order_by("-state", "slug")
