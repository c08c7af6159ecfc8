"""An order as its buyer's page shows it."""

from datetime import timedelta
from functools import cached_property

from django.utils.translation import gettext as _

from marketplace.shipping.models import Service
from network.clock import now
from network.organisations.public_contacts import ways_to

from .actions import may_pay_again, other_gateways
from .models import State
from .payments import attempts_of, refunds_of
from .timeline import timeline


class ConsignmentView:
    """One seller's part of the page."""

    def __init__(self, consignment, order):
        self.consignment, self.order = consignment, order
        consignment.order = order

    def __getattr__(self, name):
        return getattr(self.consignment, name)

    @property
    def seller_name(self):
        return self.consignment.seller.organisation.name

    @property
    def organisation(self):
        return self.consignment.seller.organisation

    @property
    def ways(self):
        """To its maker, as far as she shows them to buyers."""
        return ways_to(self.organisation, for_buyer=True)

    @cached_property
    def timeline(self):
        return timeline(self.consignment)

    @property
    def method_words(self):
        if self.consignment.is_picked_up:
            return _("You fetch it")
        names = dict(Service.choices)
        return names.get(self.consignment.method, _("Nothing to send"))

    @property
    def place(self):
        """The pick-up point's words, or None."""
        return self.consignment.pick_up.in_language() if self.consignment.is_picked_up else None

    @property
    def arrives(self):
        """(first, last) day on which it should be there, counted from the payment; None before that and afterwards."""
        start = self.order.paid_at
        if start is None or self.consignment.state in {State.DONE, State.CANCELLED}:
            return None
        return [start + timedelta(days=days) for days in (self.consignment.days_min, self.consignment.days_max)]

    @property
    def is_cancelled(self):
        return self.consignment.state == State.CANCELLED

    @property
    def may_have_arrived(self):
        return self.consignment.state == State.SENT


class OrderPage:
    """What `order/order.html` asks for, each thing worked out once."""

    def __init__(self, order):
        self.order = order

    @cached_property
    def parts(self):
        found = self.order.consignments.with_order().select_related("holder").order_by("position")
        return [ConsignmentView(consignment, self.order) for consignment in found]

    @cached_property
    def attempts(self):
        return list(attempts_of(self.order))

    @property
    def open_attempts(self):
        return [attempt for attempt in self.attempts if attempt.is_open]

    @property
    def is_cash(self):
        return any(attempt.gateway == "cash_on_pickup" for attempt in self.open_attempts)

    @property
    def to_pay(self):
        """Open payments that the buyer can still do something about."""
        return [] if self.is_cash else self.open_attempts

    @property
    def is_checking(self):
        """The buyer has paid, as far as she can: a bank or a person still has to say so."""
        return any(attempt.status == "checking" for attempt in self.attempts)

    @property
    def may_be_called_off(self):
        return bool(self.open_attempts) and not self.is_checking and not self.order.is_paid

    @property
    def is_in_review(self):
        return any(attempt.status == "needs_review" for attempt in self.attempts)

    @cached_property
    def refunds(self):
        return list(refunds_of(self.order)) if self.order.is_paid or self.order.has_ended_unpaid else []

    @cached_property
    def pay_again(self):
        """The ways to try once more, while that is offered."""
        if not may_pay_again(self.order, now()):
            return []
        return other_gateways([part.consignment for part in self.parts])

    @property
    def goods(self):
        return sum(part.goods for part in self.parts)

    @property
    def shipping(self):
        return sum(part.shipping for part in self.parts)

    @property
    def vat(self):
        return sum(line.vat for line in self.order.lines.all()) + sum(part.shipping_vat for part in self.parts)

    @property
    def is_all_cancelled(self):
        return all(part.is_cancelled for part in self.parts)
