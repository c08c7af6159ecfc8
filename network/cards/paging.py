"""Keyset pages: the next one begins after the last row seen, so that page 400 costs what page 1 costs."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

PAGE = 24


@dataclass(frozen=True)
class Order:
    """A column to sort by, ties broken by the primary key in the same direction."""

    field: str
    descending: bool = False

    def sorted(self, rows, *, backwards=False):
        sign = "-" if self.descending != backwards else ""
        return rows.order_by(f"{sign}{self.field}", f"{sign}pk")

    def beyond(self, position, *, backwards=False):
        """Rows past a position; written so that both databases enter the index there."""
        value, pk = position
        side = "lt" if self.descending != backwards else "gt"
        return Q(**{f"{self.field}__{side}e": value}) & (
            Q(**{f"{self.field}__{side}": value}) | Q(**{f"pk__{side}": pk})
        )


ORDERS = {
    "newest": Order("published_at", descending=True),
    "price": Order("price_satang"),
    "price-down": Order("price_satang", descending=True),
    "name": Order("name_key"),
}


@dataclass(frozen=True)
class Page:
    """The cards of one page, and the opaque positions before and after it; "" where there is nothing more."""

    cards: list
    before: str = ""
    after: str = ""

    def __iter__(self):
        return iter(self.cards)

    def __len__(self):
        return len(self.cards)


def position_of(card, field):
    value = getattr(card, field)
    return encode([value.isoformat() if isinstance(value, datetime) else value, card.pk])


def read_position(text, field):
    """The value and primary key of a position; None for what is none, which shows the first page."""
    match field, decode(text):
        case "published_at", [str() as value, int() as pk]:
            return moment_position(value, pk)
        case "name_key", [str() as value, int() as pk] if value.isprintable():
            return value, pk
        case "price_satang", [int() as value, int() as pk]:
            return value, pk
    return None


def moment_position(value, pk):
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return (moment, pk) if moment.tzinfo else None


def encode(parts):
    return urlsafe_b64encode(json.dumps(parts, separators=(",", ":")).encode()).decode().rstrip("=")


def decode(text):
    try:
        return json.loads(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except ValueError:
        return None
