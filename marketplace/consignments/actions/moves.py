"""One step of a consignment: who won it, and the row that tells of it."""

from network.clock import now

from ..exceptions import NotYours, WrongState
from ..models import Consignment, ConsignmentStep
from ..models.consignment import MOVES


def require_seller(consignment, user):
    """Raises NotYours unless the person acts for its seller's organisation."""
    if not Consignment.objects.managed_by(user).filter(pk=consignment.pk).exists():
        raise NotYours


def move(consignment, state, *, actor, by=None, note="", at=None, **fields):
    """Take one step and write it down; returns the step, or None if it stands there already (a double click).

    Judged by the database's row, not by the caller's copy. Raises WrongState.
    """
    origin = consignment.state
    if origin != state and state not in MOVES[origin]:
        raise WrongState
    if origin == state or not step_taken(consignment, state, fields):
        consignment.refresh_from_db(fields=["state", *fields])
        if consignment.state == state:
            return None
        raise WrongState
    return ConsignmentStep.objects.create(
        consignment=consignment, origin=origin, state=state, actor=actor, by=by, note=note[:300], at=at or now()
    )


def step_taken(consignment, state, fields):
    """Let one caller win; the winner's copy is brought up to date."""
    won = Consignment.objects.filter(pk=consignment.pk, state=consignment.state).update(state=state, **fields)
    if won:
        for name, value in {"state": state, **fields}.items():
            setattr(consignment, name, value)
    return bool(won)
