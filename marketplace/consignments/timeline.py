"""A consignment's way as `components/timeline.html` draws it."""

from django.utils.translation import gettext as _

from .models import Actor, State

SENT = [State.NEW, State.ACCEPTED, State.PACKED, State.SENT, State.DONE]
FETCHED = [State.NEW, State.ACCEPTED, State.PACKED, State.READY, State.DONE]
ICONS = {
    State.NEW: "receipt",
    State.ACCEPTED: "check",
    State.PACKED: "parcel",
    State.SENT: "truck",
    State.READY: "place",
    State.DONE: "home",
}


def words_of(state, *, fetched):
    """What a state means to the buyer."""
    return {
        State.UNPAID: _("Waiting for the payment"),
        State.NEW: _("The maker has your order"),
        State.ACCEPTED: _("The maker is getting it ready"),
        State.PACKED: _("Packed"),
        State.SENT: _("On its way"),
        State.READY: _("Ready to be fetched"),
        State.DONE: _("Fetched") if fetched else _("Arrived"),
        State.CANCELLED: _("Cancelled"),
    }[state]


def timeline(consignment):
    """Done, current and coming steps; what was cancelled ends where it ended."""
    steps = {step.state: step for step in consignment.steps.all() if step.undone_at is None}
    fetched = consignment.is_picked_up
    if consignment.state == State.CANCELLED:
        return [*past(steps, fetched), stopped(steps.get(State.CANCELLED), fetched)]
    if consignment.state == State.UNPAID:
        return [step_row(State.UNPAID, "current", None, fetched)]
    way = FETCHED if fetched else SENT
    at = way.index(consignment.state)
    states = ["done"] * at + ["current"] + ["next"] * (len(way) - at - 1)
    if consignment.state == State.DONE:
        states[-1] = "done"
    return [step_row(state, how, steps.get(state), fetched) for state, how in zip(way, states, strict=True)]


def past(steps, fetched):
    gone = [state for state in (FETCHED if fetched else SENT) if state in steps]
    return [step_row(state, "done", steps[state], fetched) for state in gone]


def stopped(step, fetched):
    row = step_row(State.CANCELLED, "stopped", step, fetched)
    if step and step.actor == Actor.BUYER:
        row["note"] = _("You cancelled it.")
    elif step and step.actor == Actor.SYSTEM:
        row["note"] = _("It was not paid in time.")
    return row


def step_row(state, how, step, fetched):
    return {
        "state": how,
        "icon": ICONS.get(state, "waiting"),
        "label": words_of(state, fetched=fetched),
        "at": step.at if step else None,
        "note": step.note if step else "",
    }
