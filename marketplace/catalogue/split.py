"""Where the money of a sale goes: the maker, the fund it shares with, the network. The parts sum to the price."""

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache

from network.ledger.apportion import split

from .models import FeeRule

WHOLE_BP = 10_000


@dataclass(frozen=True)
class Split:
    """Satang of one price; `…_bp` in hundredths of a percent, as frozen on an order line."""

    maker: int
    fund: int
    network: int
    fund_bp: int
    network_bp: int
    fund_ref: str

    @property
    def total(self):
        return self.maker + self.fund + self.network


def split_price(satang, *, network_bp, fund_bp=0, fund_ref=""):
    """Divide a price to the satang; the maker comes first when a satang is left over."""
    maker_bp = WHOLE_BP - network_bp - fund_bp
    maker, fund, network = split(satang, [maker_bp, fund_bp, network_bp])
    return Split(maker, fund, network, fund_bp, network_bp, fund_ref)


def split_of(listing, satang, *, category_ids=None):
    """How a price of this listing divides today."""
    network_bp = fee_of(listing, category_ids=category_ids)
    return split_price(satang, network_bp=network_bp, fund_bp=listing.fund_share_bp, fund_ref=listing.fund_ref)


def fee_of(listing, *, category_ids=None):
    """The network's fee, in hundredths of a percent: of the first rule that fits, else the setting's."""
    if category_ids is None:
        category_ids = listing.categories.values_list("pk", flat=True)
    fitting = next((rule for rule in fee_rules() if rule.fits(listing.owner_id, category_ids)), None)
    return settings.NETWORK_FEE_BP if fitting is None else fitting.fee_bp


def fee_rules():
    """In their order; kept for five minutes, for every product page asks."""
    return cache.get_or_set(FeeRule.CACHE_KEY, lambda: list(FeeRule.objects.all()), 300)
