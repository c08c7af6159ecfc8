"""The order in which the demo comes to life; each step may run any number of times."""

from network.cards.actions import write_cards
from network.cards.models import Card
from network.cards.registry import registered_kinds
from network.ledger.seal import seal_books

from .certificates import seed_certificates
from .funds import seed_funds, seed_pledges
from .goods import seed_categories, seed_listings, seed_sellers, seed_terms, share_sales
from .ground import seed_dimensions, seed_districts, seed_organisations
from .money import seed_holders
from .orders import seed_orders
from .pages import seed_pages
from .payouts import seed_payout_accounts, seed_payouts
from .people import seed_owners, seed_staff
from .promises import keep_promises


def seed_cards():
    """The cards that no promise wrote just now, so that the first visitor finds full lists."""
    written = set(Card.objects.values_list("ref", flat=True))
    for kind in registered_kinds():
        for ref in kind.refs():
            if ref not in written:
                write_cards(ref)


STEPS = [
    ("Places", seed_districts),
    ("Dimensions", seed_dimensions),
    ("Organisations", seed_organisations),
    ("People", seed_staff),
    ("Owners", seed_owners),
    ("Accounts", seed_holders),
    ("Categories", seed_categories),
    ("Sellers", seed_sellers),
    ("Terms", seed_terms),
    ("Listings", seed_listings),
    ("Certificates", seed_certificates),
    ("Funds", seed_funds),
    ("Shares of sales", share_sales),
    ("Pledges", seed_pledges),
    ("Orders", seed_orders),
    ("Payout accounts", seed_payout_accounts),
    ("Payouts", seed_payouts),
    ("Pages", seed_pages),
    ("Promises", keep_promises),
    ("Cards", seed_cards),
    ("Seals", seal_books),
]
