"""When goods are in season: twelve squares and a few words."""

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from network.words.dates import month_name

MONTHS = range(1, 13)


@dataclass(frozen=True)
class Month:
    """One square of the strip."""

    name: str
    letter: str
    is_in: bool
    is_now: bool


def season_strip(months, this_month):
    """Twelve months with those in season marked; nothing for goods made all year."""
    if not months:
        return []
    language = get_language()
    return [
        Month(month_name(month, language, "wide"), letter_of(month, language), month in months, month == this_month)
        for month in MONTHS
    ]


def letter_of(month, language):
    """ม.ค. in Thai, J in English, the number in Chinese."""
    short = month_name(month, language, "abbreviated")
    if language == "th":
        return short
    return str(month) if language == "zh-hans" else short[:1]


def season_words(months, this_month):
    """Whether it is the time for it now, or when it will be."""
    if not months:
        return _("Made all year.")
    if this_month in months:
        return _("In season now.")
    coming = min(months, key=lambda month: (month - this_month) % 12)
    return _("Back in season in %(month)s.") % {"month": month_name(coming, get_language(), "wide")}
