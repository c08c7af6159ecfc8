"""Taking the last step back while nobody outside has been told of it."""

from datetime import timedelta

from django.db import transaction

from network.clock import now

from ..exceptions import TooLate
from ..models import Actor
from ..models.consignment import UNDOABLE
from .moves import require_seller, step_taken

UNDO_WITHIN = timedelta(minutes=2)


@transaction.atomic
def undo_step(consignment, *, by, at=None):
    """Back to where it stood before the seller's last step. Raises NotYours, TooLate."""
    require_seller(consignment, by)
    at, step = at or now(), last_step(consignment)
    if not may_undo(consignment, step, at) or not step_taken(consignment, step.origin, {}):
        raise TooLate
    step.undone_at = at
    step.save(update_fields=["undone_at"])
    return consignment


def last_step(consignment):
    return consignment.steps.standing().order_by("-at", "-pk").first()


def may_undo(consignment, step, at):
    """Is it the seller's own step, recent, and of a kind that has hurt nobody yet?"""
    return (
        step is not None
        and step.actor == Actor.SELLER
        and step.state == consignment.state
        and UNDOABLE.get(step.state) == step.origin
        and at - step.at <= UNDO_WITHIN
    )
