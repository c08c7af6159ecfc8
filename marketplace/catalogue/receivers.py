"""News, and what of it readers and sellers must be told."""

from django.contrib.auth import get_user_model
from django.dispatch import receiver

from network.capacity.signals import pools_changed
from network.cards.actions import refresh_cards
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
    """Everybody of its organisation, each in her language."""
    organisation = listing.owner.organisation_id
    people = get_user_model().objects.filter(
        is_active=True, memberships__organisation=organisation, memberships__ended_at=None
    )
    for person in people.distinct():
        tell(person, template, {"title": listing.title, **context})
