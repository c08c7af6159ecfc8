"""Price hints in travellers' own money: rounded, dated, and gone when the rate is old. Charges are in baht."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from django.core.cache import cache

from .models import ExchangeRate

HINTED = ["MYR", "SGD", "USD", "CNY"]
SYMBOLS = {"MYR": "RM", "SGD": "S$", "USD": "US$", "CNY": "CN¥"}
STALE_AFTER = timedelta(days=7)
CACHE_KEY, CACHE_SECONDS = "partner:rates", 600


@dataclass(frozen=True)
class Hint:
    """About how much it is, and of which day the rate is."""

    currency: str
    amount: Decimal
    day: date

    @property
    def text(self):
        return f"{SYMBOLS[self.currency]} {self.amount:,f}"


def price_hints(satang, *, today):
    """One hint per currency that has a rate of the last seven days, in the order of HINTED."""
    rates = latest_rates()
    fresh = [rates[currency] for currency in HINTED if currency in rates and today - rates[currency][1] <= STALE_AFTER]
    return [Hint(currency, about(Decimal(satang) / 100 / baht), day) for currency, day, baht in fresh]


def about(amount):
    """Two figures are enough for a hint: 58.34 becomes 58, 4.27 becomes 4.3, 1284 becomes 1300."""
    if amount <= 0:
        return Decimal(0)
    step = max(Decimal(1).scaleb(amount.adjusted() - 1), Decimal("0.01"))
    rounded = (amount / step).quantize(Decimal(1), ROUND_HALF_UP) * step
    return rounded.quantize(Decimal(1)) if rounded >= 10 else rounded


def latest_rates():
    """{currency: (currency, day, baht for one)} of each currency's newest day; kept for ten minutes."""
    return cache.get_or_set(CACHE_KEY, _read_rates, CACHE_SECONDS)


def _read_rates():
    newest_last = ExchangeRate.objects.order_by("day").values_list("currency", "day", "baht")
    return {currency: (currency, day, baht) for currency, day, baht in newest_last}


def record_rate(currency, *, day, baht, source):
    """Keep a day's rate; writing it again corrects it."""
    rate, _created = ExchangeRate.objects.update_or_create(
        currency=currency, day=day, defaults={"baht": baht, "source": source}
    )
    cache.delete(CACHE_KEY)
    return rate
