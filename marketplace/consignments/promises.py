"""What consignments promise for later: fetch, tell."""

from network.outbox.registry import handles
from network.payments.models import AttemptPart, Refund

from .models import ConsignmentStep
from .news import tell_refund, tell_returned, tell_step

STEP = "consignment__order", "consignment__seller__organisation", "consignment__carrier", "consignment__pick_up"


@handles("consignments.tell")
def tell_of_step(payload):
    """Unless it has been taken back in the meantime."""
    step = ConsignmentStep.objects.standing().select_related(*STEP).filter(pk=payload["step"]).first()
    if step:
        tell_step(step)


@handles("consignments.returned")
def tell_of_return(payload):
    tell_returned(AttemptPart.objects.select_related("attempt").get(pk=payload["part"]))


@handles("consignments.refund")
def tell_of_refund(payload):
    tell_refund(Refund.objects.select_related("part__attempt").get(pk=payload["refund"]))
