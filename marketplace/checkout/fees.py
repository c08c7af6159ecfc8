"""The network's fee on a listing, from rules that were read once for all lines."""

from django.conf import settings


def fee_bp(listing, rules):
    """In hundredths of a percent: of the first rule that fits, else the setting's."""
    categories = {category.pk for category in listing.categories.all()}
    fitting = next((rule for rule in rules if rule.fits(listing.owner_id, categories)), None)
    return settings.NETWORK_FEE_BP if fitting is None else fitting.fee_bp
