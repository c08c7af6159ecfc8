"""Consignments as their seller sees them: what is in it, whose it is, the one next thing to do, what she gets."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.clock import now
from network.words.dates import in_bangkok
from network.words.money import format_money

from .actions import last_step, may_undo
from .models import Consignment, State
from .payments import open_attempt_of

CASH = "cash_on_pickup"
TO_SEND = [State.NEW, State.ACCEPTED, State.PACKED]
SHOWN = 100

WORDS = {
    State.NEW: (gettext_lazy("New order"), "bell", "clay"),
    State.ACCEPTED: (gettext_lazy("To be packed"), "parcel", "marigold"),
    State.PACKED: (gettext_lazy("Packed"), "parcel", "marigold"),
    State.READY: (gettext_lazy("Waits for the buyer"), "place", "lake"),
    State.SENT: (gettext_lazy("On its way"), "truck", "lake"),
    State.DONE: (gettext_lazy("Done"), "success", "palm"),
    State.CANCELLED: (gettext_lazy("Cancelled"), "stop", ""),
}
WAY = [State.NEW, State.ACCEPTED, State.PACKED, State.SENT, State.DONE]
WAY_FETCHED = [State.NEW, State.ACCEPTED, State.PACKED, State.READY, State.DONE]
STEPS = [
    gettext_lazy("New"),
    gettext_lazy("Accepted"),
    gettext_lazy("Packed"),
    gettext_lazy("Sent"),
    gettext_lazy("Done"),
]
BUTTONS = {
    State.ACCEPTED: ("accept", gettext_lazy("Accept this order"), "check"),
    State.PACKED: ("pack", gettext_lazy("It is packed"), "parcel"),
    State.READY: ("ready", gettext_lazy("It is ready to be fetched"), "place"),
}
GROUPS = {
    "to-do": (gettext_lazy("To do"), [*TO_SEND, State.READY]),
    "sent": (gettext_lazy("On its way"), [State.SENT]),
    "over": (gettext_lazy("Done and cancelled"), [State.DONE, State.CANCELLED]),
}


class Parcel:
    """One consignment."""

    def __init__(self, consignment):
        self.consignment, self.order, self.state = consignment, consignment.order, consignment.state
        self.public_id, self.number, self.lines = consignment.public_id, consignment.number, consignment.lines

    @property
    def words(self):
        """For a parcel that is packed, what comes next is what she wants to know."""
        words, _icon, _tone = WORDS[self.state]
        if self.state == State.PACKED and not self.consignment.is_picked_up:
            return _("Packed, to be sent")
        return words

    @property
    def icon(self):
        return WORDS[self.state][1]

    @property
    def tone(self):
        return WORDS[self.state][2]

    @property
    def steps(self):
        """The way as five small steps; none for what was cancelled."""
        way = WAY_FETCHED if self.consignment.is_picked_up else WAY
        if self.state not in way:
            return []
        at, labels = way.index(self.state), list(STEPS)
        if self.consignment.is_picked_up:
            labels[3] = _("Ready")
        over = self.state == State.DONE
        states = ["done" if n < at or over else "current" if n == at else "" for n in range(len(way))]
        return [{"label": label, "state": state} for label, state in zip(labels, states, strict=True)]

    @property
    def due_on(self):
        """The day on which it should leave the house."""
        since = self.order.paid_at or self.order.date_placed
        return in_bangkok(since + timedelta(days=self.consignment.seller.handling_days)).date()

    @property
    def is_due(self):
        return self.state in TO_SEND and self.due_on <= in_bangkok(now()).date()

    @property
    def pieces(self):
        return sum(line.quantity for line in self.lines)

    @property
    def cash(self):
        """Satang to take in cash when the buyer fetches it, else 0."""
        attempt = open_attempt_of(self.consignment)
        return self.consignment.total if attempt and attempt.gateway == CASH else 0

    @property
    def cash_words(self):
        return _("Take %(amount)s in cash first.") % {"amount": format_money(self.cash)}

    @property
    def button(self):
        """What its one big button does; sending and handing over have forms of their own."""
        found = BUTTONS.get(self.consignment.next_state)
        return {"do": found[0], "label": found[1], "icon": found[2]} if found else None

    @property
    def is_to_send(self):
        return self.consignment.next_state == State.SENT

    @property
    def is_to_hand_over(self):
        return self.state == State.READY

    @property
    def may_undo(self):
        return may_undo(self.consignment, last_step(self.consignment), now())

    @property
    def reason(self):
        """Why it was cancelled, as the buyer read it."""
        notes = [step.note for step in self.consignment.steps.all() if step.state == State.CANCELLED]
        return notes[-1] if notes else ""

    @property
    def place(self):
        return self.consignment.pick_up.in_language() if self.consignment.is_picked_up else None

    @property
    def address(self):
        """As written on a parcel; None for what is fetched."""
        found = None if self.consignment.is_picked_up else self.order.shipping_address
        return [line for line in found.lines if line] if found else None

    @property
    def phone(self):
        address = self.order.shipping_address
        own = str(address.phone_number or "") if address else ""
        return own or ("" if "@" in self.order.contact else self.order.contact)

    @property
    def email(self):
        return self.order.contact if "@" in self.order.contact else ""

    @property
    def money(self):
        """From what the buyer pays to what the seller gets, line by line; satang, after refunds."""
        lefts = [line.left for line in self.lines]
        seller, fund, fee = (sum(parts) for parts in zip(*lefts, strict=True))
        delivery = self.consignment.shipping - self.consignment.shipping_undone
        rows = [(_("Goods"), seller + fund + fee), (_("Delivery"), delivery)]
        rows += [(_("To the network that runs this"), -fee), (_("To a community fund"), -fund)]
        return [*((label, satang) for label, satang in rows if satang), (_("You get"), seller + delivery)]

    @property
    def yours(self):
        return self.money[-1][1]


def parcels_of(organisation, group):
    """A seller's consignments of one group: what is to be done the oldest first, the rest the newest first."""
    _words, states = GROUPS[group]
    found = Consignment.objects.of_seller(organisation).exclude(never_paid=True).filter(state__in=states).with_order()
    order = ("order__date_placed", "pk") if group == "to-do" else ("-order__date_placed", "-pk")
    return [Parcel(consignment) for consignment in found.order_by(*order)[:SHOWN]]
