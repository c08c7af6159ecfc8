"""What upkeep hears from the books."""

from django.dispatch import receiver

from network.ledger.export import heads
from network.ledger.signals import books_read

from .status import note_books


@receiver(books_read)
def keep_for_the_status_page(sender, faults, **kwargs):
    note_books(faults, heads())
