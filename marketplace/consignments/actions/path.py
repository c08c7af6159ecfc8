"""What a seller does with a consignment, one button at a time."""

from django.db import transaction

from network.outbox.actions import promise
from network.payments.actions import record_cash

from ..models import Actor, State
from ..payments import open_attempt_of
from .moves import move, require_seller
from .undo import UNDO_WITHIN


@transaction.atomic
def accept_consignment(consignment, *, by, at=None):
    """The seller has seen it and will pack it. Raises NotYours, WrongState."""
    require_seller(consignment, by)
    return move(consignment, State.ACCEPTED, actor=Actor.SELLER, by=by, at=at)


@transaction.atomic
def pack_consignment(consignment, *, by, at=None):
    """Packed: from now on its buyer cannot cancel it. Raises NotYours, WrongState."""
    require_seller(consignment, by)
    return move(consignment, State.PACKED, actor=Actor.SELLER, by=by, at=at)


@transaction.atomic
def send_consignment(consignment, *, by, carrier, tracking_number="", at=None):
    """Handed to a carrier; the buyer is told once it cannot be taken back any more.

    Raises NotYours, WrongState, ValidationError for a number that cannot be this carrier's.
    """
    require_seller(consignment, by)
    number = carrier.clean_number(tracking_number) if tracking_number.strip() else ""
    step = move(consignment, State.SENT, actor=Actor.SELLER, by=by, at=at, carrier=carrier, tracking_number=number)
    tell_when_settled(step)
    return step


@transaction.atomic
def make_ready(consignment, *, by, at=None):
    """It waits at its pick-up point; the buyer is told once that cannot be taken back any more.

    Raises NotYours, WrongState.
    """
    require_seller(consignment, by)
    step = move(consignment, State.READY, actor=Actor.SELLER, by=by, at=at)
    tell_when_settled(step)
    return step


def tell_when_settled(step):
    if step:
        promise("consignments.tell", {"step": step.pk}, due=step.at + UNDO_WITHIN)


def hand_over(consignment, *, by, at=None):
    """The buyer has it in her hands, and where she pays cash the seller has the money. Raises NotYours, WrongState.

    Never inside a transaction: cash is settled like every payment.
    """
    require_seller(consignment, by)
    attempt = open_attempt_of(consignment)
    if attempt and attempt.gateway == "cash_on_pickup" and consignment.state == State.READY:
        record_cash(attempt, at=at)
    with transaction.atomic():
        return move(consignment, State.DONE, actor=Actor.SELLER, by=by, at=at)


@transaction.atomic
def confirm_arrival(consignment, *, user=None, at=None):
    """The buyer says that it came. Raises WrongState."""
    return move(consignment, State.DONE, actor=Actor.BUYER, by=user, at=at)
