"""Days and times as people here read and write them: the Buddhist Era in Thai, the common one elsewhere.

Django and Babel print Thai dates in the common era, browsers in the Buddhist one; this is the one formatter for both.
"""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel import Locale
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .numbers import fold_digits

BANGKOK = ZoneInfo("Asia/Bangkok")
BUDDHIST = 543  # years between the two eras
FIRST_BUDDHIST_YEAR = 2400  # a year above it can only be meant in the Buddhist Era

BABEL = {"th": "th", "en": "en", "ms": "ms", "zh-hans": "zh_Hans"}
WIDTHS = ("abbreviated", "wide")
NUMERIC = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})", re.ASCII)
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
NAMED = re.compile(r"(\d{1,2})\s*([^\d]+?)\s*(\d{4})", re.ASCII)


def thai_date(day, language=None, *, long=False):
    """ "22 พ.ย. 2569" in Thai, "22 Nov 2026" in English; long with the month in full. Datetimes are read in Bangkok."""
    language = language or get_language() or "th"
    if isinstance(day, datetime):
        day = in_bangkok(day).date()
    if language == "zh-hans":
        return f"{day.year}年{day.month}月{day.day}日"
    year = day.year + BUDDHIST if language == "th" else day.year
    return f"{day.day} {month_name(day.month, language, WIDTHS[long])} {year}"


def thai_month(day, language=None):
    """ "พฤศจิกายน 2569" in Thai, "November 2026" in English: the month that the day lies in."""
    language = language or get_language() or "th"
    if language == "zh-hans":
        return f"{day.year}年{day.month}月"
    year = day.year + BUDDHIST if language == "th" else day.year
    return f"{month_name(day.month, language, 'wide')} {year}"


def thai_datetime(moment, language=None, *, long=False):
    """ "22 พ.ย. 2569 เวลา 14:30 น." or "22 Nov 2026, 14:30", in Bangkok's time. Raises ValueError for a naive one."""
    language = language or get_language() or "th"
    moment = in_bangkok(moment)
    day = thai_date(moment.date(), language, long=long)
    return f"{day} เวลา {moment:%H:%M} น." if language == "th" else f"{day}, {moment:%H:%M}"


def in_bangkok(moment):
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone could be any of two days")
    return moment.astimezone(BANGKOK)


def month_name(month, language, width):
    return Locale.parse(BABEL.get(language, "en")).months["format"][width][month]


def bare(name):
    """A month's name without the dots and spaces that people leave out."""
    return re.sub(r"[\s.]|พ\.?ศ\.?|ค\.?ศ\.?|เดือน|ปี|,", "", name).casefold()


MONTHS = {
    bare(month_name(month, language, width)): month
    for language in ("th", "en", "ms")
    for width in WIDTHS
    for month in range(1, 13)
} | {"sept": 9}


def parse_date(text):
    """The day that a person wrote, in either era and in Thai or 0–9 digits: 22/11/2569, 22 พ.ย. 2569, 2026-11-22.

    Raises ValidationError; a year of two digits is refused, for 69 could be in either era.
    """
    text = fold_digits(str(text)).strip()
    try:
        if found := NUMERIC.fullmatch(text):
            day, month, year = map(int, found.groups())
        elif found := ISO.fullmatch(text):
            year, month, day = map(int, found.groups())
        elif found := NAMED.fullmatch(text):
            day, month, year = int(found[1]), MONTHS[bare(found[2])], int(found[3])
        else:
            raise ValueError(text)
        return date(common_year(year), month, day)
    except (ValueError, KeyError) as error:
        raise ValidationError(_("Write a day like 22/11/2569 or 22 Nov 2026."), code="unreadable") from error


def common_year(year):
    return year - BUDDHIST if year > FIRST_BUDDHIST_YEAR else year


class ThaiDateField(forms.Field):
    """A day in either era; cleans to a date, or None where it may stay empty. What was typed comes back as typed."""

    widget = forms.TextInput

    def prepare_value(self, value):
        return thai_date(value) if isinstance(value, date) else value

    def to_python(self, value):
        return parse_date(value) if str(value or "").strip() else None
