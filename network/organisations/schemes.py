"""The schemes whose certificates are shown, each with the words that a buyer reads about it.

`name` is what stands on a badge; `told` says in a sentence what the scheme vouches for, and no more than that.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class Scheme:
    """`graded` ones have stars; `issuer` is who gives it, where that is always the same."""

    name: str
    told: str
    issuer: str
    graded: bool = False


SCHEMES = {
    "tcps": Scheme(
        pgettext_lazy("certificate", "TCPS (มผช.)"),
        _("The Thai community product standard: a sample was tested, and the place of making was seen."),
        _("Thai Industrial Standards Institute"),
    ),
    "otop": Scheme(
        pgettext_lazy("certificate", "OTOP"),
        _("One Tambon One Product: graded by the province and the country from one to five stars."),
        _("Community Development Department"),
        graded=True,
    ),
    "fda": Scheme(
        pgettext_lazy("certificate", "Thai FDA (อย.)"),
        _("Registered with the food and drug administration; the number stands on the pack."),
        _("Food and Drug Administration"),
    ),
    "tis": Scheme(
        pgettext_lazy("certificate", "TIS (มอก.)"),
        _("The Thai industrial standard for goods of this kind."),
        _("Thai Industrial Standards Institute"),
    ),
    "halal": Scheme(
        pgettext_lazy("certificate", "Halal"),
        _("Ingredients and making were examined by the Islamic council."),
        _("Central Islamic Council of Thailand"),
    ),
    "gi": Scheme(
        pgettext_lazy("certificate", "GI"),
        _("A protected geographical indication: only goods of this place, made in its way, may bear the name."),
        _("Department of Intellectual Property"),
    ),
    "organic": Scheme(
        pgettext_lazy("certificate", "Organic"),
        _("Grown without synthetic fertilisers and pesticides, inspected by the body that is named."),
        "",
    ),
    "pgs": Scheme(
        pgettext_lazy("certificate", "Organic (PGS)"),
        _("Organic farming that growers and buyers of a group inspect and vouch for together."),
        "",
    ),
    "gap": Scheme(
        pgettext_lazy("certificate", "GAP"),
        _("Good agricultural practice: safe use of water and chemicals, with records."),
        _("Department of Agriculture"),
    ),
    "sha": Scheme(
        pgettext_lazy("certificate", "SHA"),
        _("Safety and health standard for places that receive visitors."),
        _("Tourism Authority of Thailand"),
    ),
    "homestay": Scheme(
        pgettext_lazy("certificate", "Thai Homestay Standard"),
        _("Rooms, food, safety and welcome were examined by the department of tourism."),
        _("Department of Tourism"),
    ),
    "registered": Scheme(
        pgettext_lazy("certificate", "Registered group"),
        _("Registered with the authorities as a community enterprise, a social enterprise or a company."),
        "",
    ),
}
MOST_STARS = 5


def choices():
    return [(key, scheme.name) for key, scheme in SCHEMES.items()]
