"""A consignment that will not be sent after all: money, units and shares go back where they came from, in one step."""

from django.db import transaction

from network.outbox.actions import promise
from network.payments.actions import ask_refund, cancel_attempt
from network.payments.exceptions import AttemptClosed

from ..exceptions import WrongState
from ..models import Actor, State
from ..models.consignment import BUYER_MAY_CANCEL, SELLER_MAY_CANCEL
from ..payments import open_attempt_of, paid_part_of
from ..stock import give_back_units
from .moves import move, require_seller


def refuse_consignment(consignment, *, by, reason, at=None):
    """The seller cannot send it, and says why; its buyer is told and gets the money back.

    Raises NotYours, WrongState, ValueError without a reason. Never inside a transaction: cash is called off.
    """
    require_seller(consignment, by)
    if not reason.strip():
        raise ValueError("A buyer is owed a reason.")
    if consignment.state not in SELLER_MAY_CANCEL:
        raise WrongState
    return cancel(consignment, actor=Actor.SELLER, by=by, note=reason.strip(), at=at)


def cancel_by_buyer(consignment, *, user=None, at=None):
    """The buyer has changed her mind, as she may until it is packed. Raises WrongState. Never inside a transaction."""
    if consignment.state not in BUYER_MAY_CANCEL:
        raise WrongState
    return cancel(consignment, actor=Actor.BUYER, by=user, note="", at=at)


def cancel(consignment, *, actor, by, note, at):
    """Once, whoever comes first; returns the refund, or None where no money had come."""
    with transaction.atomic():
        step = move(consignment, State.CANCELLED, actor=actor, by=by, note=note, at=at)
        if step is None:
            return None
        refund = undo_sale(consignment, note, at=at)
        promise("consignments.tell", {"step": step.pk})
    if refund is None:
        call_off_payment(consignment)
    return refund


def undo_sale(consignment, reason, *, at):
    give_back_units(consignment)
    part = paid_part_of(consignment)
    if part is None or not consignment.left:
        return None
    key = f"{consignment.ref}:cancelled"
    return ask_refund(part, amount=consignment.left, reason=reason or consignment.number, key=key, at=at)


def call_off_payment(consignment):
    """Nobody waits for the cash of a consignment that will not be handed over."""
    attempt = open_attempt_of(consignment)
    if attempt is None:
        return
    try:
        cancel_attempt(attempt)
    except AttemptClosed:
        return  # Paid or over in the meantime: its own end undoes what it must.
