"""Months as statements have them: of the local calendar, written 2026-11 in addresses."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate, make_aware

FORM = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])", re.ASCII)


@dataclass(frozen=True, order=True)
class Month:
    year: int
    number: int

    @classmethod
    def read(cls, text):
        """The month of an address, or None for what is none or has not begun."""
        found = FORM.fullmatch(text)
        month = found and cls(int(found[1]), int(found[2]))
        return month if month and month.first <= localdate() else None

    @classmethod
    def of(cls, day):
        return cls(day.year, day.month)

    def __str__(self):
        return f"{self.year}-{self.number:02}"

    @property
    def first(self):
        return date(self.year, self.number, 1)

    @property
    def following(self):
        return Month(self.year + self.number // 12, self.number % 12 + 1)

    @property
    def begins(self):
        """Its first moment here."""
        return make_aware(datetime.combine(self.first, datetime.min.time()))

    @property
    def ends(self):
        return self.following.begins


def months_since(moment):
    """From this month back to that moment's, the newest first."""
    first, month, found = Month.of(localdate(moment)), Month.of(localdate()), []
    while month >= first:
        found.append(month)
        month = Month(month.year - (month.number == 1), (month.number - 2) % 12 + 1)
    return found
