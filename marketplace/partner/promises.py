"""What this room has promised to do later."""

from network.organisations.models import Organisation
from network.outbox.registry import handles

from .actions import end_ended_holidays, open_shop
from .actions.holidays import OPEN_AGAIN
from .models import Partner

OPEN_SHOP = "partner.open_shop"


@handles(OPEN_SHOP)
def open_promised_shop(payload):
    open_shop(Organisation.objects.get(public_id=payload["organisation"]))


@handles(OPEN_AGAIN)
def open_again(payload):
    end_ended_holidays(Partner.objects.get(public_id=payload["seller"]))
