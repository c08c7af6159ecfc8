"""News, and what of it readers and sellers must be told."""

from django.dispatch import receiver

from network.capacity.signals import pools_changed
from network.cards.actions import refresh_cards
from network.organisations.access import people_of
from network.people.messages import tell

from .cards import KIND
from .signals import listing_approved, listing_refused


@receiver(pools_changed)
def show_what_is_left(sender, refs, **kwargs):
    refresh_cards(*(ref for ref in refs if ref.startswith(f"{KIND}:")))


@receiver(listing_approved)
def tell_of_approval(sender, listing, **kwargs):
    tell_seller(listing, "catalogue/messages/approved", path=listing.get_absolute_url())


@receiver(listing_refused)
def tell_of_refusal(sender, listing, **kwargs):
    reasons = listing.moves.last().reasons
    tell_seller(listing, "catalogue/messages/refused", reasons=reasons)


def tell_seller(listing, template, **context):
    """Everybody who acts for its organisation, each in her language."""
    for person in people_of(listing.owner.organisation):
        tell(person, template, {"title": listing.title, **context})
