"""News from the ground: who was invited to sell has a shop."""

from django.dispatch import receiver

from network.organisations.signals import invitation_accepted
from network.outbox.actions import keep_now, promise

from .promises import OPEN_SHOP


@receiver(invitation_accepted)
def promise_shop(sender, invitation, **kwargs):
    """Kept at once: its owner is on her way to her desk."""
    if invitation.sells:
        organisation = invitation.organisation
        keep_now(promise(OPEN_SHOP, {"organisation": organisation.public_id}, key=organisation.ref))
