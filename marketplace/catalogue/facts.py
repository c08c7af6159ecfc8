"""What a listing's facts and words may be, wherever they come from: a form, an import, the demo."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from network.words.slugs import slugify

from .models import ListingText
from .models.listing import SENDABLE_TO, ShippingClass

HEAVIEST_G = 100_000
AT_HOME = ["TH"]
STAYS_HOME = {ShippingClass.FRESH, ShippingClass.CHILLED}
NEVER_SENT = {ShippingClass.PICKUP, ShippingClass.DIGITAL}


def clean_facts(facts, *, shipping_class):
    """The same facts, checked and in order. Raises ValidationError by field, TypeError for a fact that is none."""
    cleaned, errors = {}, {}
    for name, value in facts.items():
        if name not in CLEANERS:
            raise TypeError(f"A listing has no fact {name!r}.")
        try:
            cleaned[name] = CLEANERS[name](value)
        except ValidationError as error:
            errors[name] = error
    if errors:
        raise ValidationError(errors)
    return agree(cleaned, cleaned.get("shipping_class", shipping_class))


def agree(facts, shipping_class):
    """Fresh and chilled goods stay in Thailand; what is only picked up goes nowhere."""
    if shipping_class in NEVER_SENT:
        facts["ships_to"] = []
    elif shipping_class in STAYS_HOME:
        facts["ships_to"] = list(AT_HOME)
    return facts


def clean_weight(grams):
    if not isinstance(grams, int) or not 0 <= grams <= HEAVIEST_G:
        raise ValidationError(_("Please give the weight in grams, at most 100 kg."))
    return grams


def clean_shipping_class(value):
    if value not in ShippingClass.values:
        raise ValidationError(_("Please choose how it travels."))
    return value


def clean_countries(codes):
    if unknown := [code for code in codes if code not in SENDABLE_TO]:
        raise ValidationError(
            _("We cannot send to %(countries)s yet."), params={"countries": ", ".join(map(str, unknown))}
        )
    return [code for code in SENDABLE_TO if code in codes]


def clean_months(months):
    if any(not isinstance(month, int) or not 1 <= month <= 12 for month in months):
        raise ValidationError(_("Months are numbers from 1 to 12."))
    return sorted(set(months)) if len(set(months)) < 12 else []


def clean_tags(tags):
    return sorted({slugify(tag) for tag in tags if str(tag).strip()})[:10]


CLEANERS = {
    "weight_g": clean_weight,
    "shipping_class": clean_shipping_class,
    "ships_to": clean_countries,
    "season_months": clean_months,
    "tags": clean_tags,
}

TEXTS = ["title", "line", "description", "unit", "origin", "season", "care", "claims"]


def clean_texts(texts):
    """The same words, without stray spaces. Raises ValidationError by field, TypeError for a text that is none."""
    cleaned, errors = {}, {}
    for name, value in texts.items():
        if name not in TEXTS:
            raise TypeError(f"A listing has no text {name!r}.")
        try:
            cleaned[name] = ListingText._meta.get_field(name).clean(str(value).replace("\0", "").strip(), None)
        except ValidationError as error:
            errors[name] = error
    if errors:
        raise ValidationError(errors)
    return cleaned


CHEAPEST, DEAREST = 100, 100_000_000


def clean_price(satang):
    """Raises ValidationError outside 1 baht to 1,000,000 baht."""
    if not isinstance(satang, int) or not CHEAPEST <= satang <= DEAREST:
        raise ValidationError(_("A price lies between 1 and 1,000,000 baht."))
    return satang
