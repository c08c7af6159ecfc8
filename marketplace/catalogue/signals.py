"""News about listings, told after the fact: `listing`."""

from django.dispatch import Signal

listing_approved = Signal()
listing_refused = Signal()
