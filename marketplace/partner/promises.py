"""What this room has promised to do later."""

from network.organisations.models import Organisation
from network.outbox.registry import handles

from .actions import open_shop

OPEN_SHOP = "partner.open_shop"


@handles(OPEN_SHOP)
def open_promised_shop(payload):
    open_shop(Organisation.objects.get(public_id=payload["organisation"]))
