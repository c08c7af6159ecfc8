"""What a payment's end means for an order and its consignments."""

from django.db.models import Q

from marketplace.order.models import Order
from network.clock import now

from .models import Actor, Consignment, ConsignmentStep, State
from .models.consignment import OPEN
from .stock import give_back_units


def start_preparing(consignment, *, at):
    """Paid: its seller may begin. One that had been given up unpaid comes back; cash finds it on its way already."""
    waiting = Q(state=State.UNPAID) | Q(state=State.CANCELLED, never_paid=True)
    origin = consignment.state
    if Consignment.objects.filter(waiting, pk=consignment.pk).update(state=State.NEW, never_paid=False):
        consignment.state, consignment.never_paid = State.NEW, False
        write_step(consignment, origin, State.NEW, at)


def write_step(consignment, origin, state, at):
    ConsignmentStep.objects.create(consignment=consignment, origin=origin, state=state, actor=Actor.SYSTEM, at=at)


def mark_paid(order, *, at):
    """Paid once nothing of the order waits for money any more."""
    if not order.consignments.filter(state=State.UNPAID).exists():
        Order.objects.filter(pk=order.pk).exclude(status=Order.Status.PAID).update(status=Order.Status.PAID, paid_at=at)


def end_unpaid(order, consignments, *, cancelled, at=None):
    """The time to pay is over, or its payer called it off: units and order are given up, once."""
    at = at or now()
    for consignment in consignments:
        give_up(consignment, at)
    over = not order.consignments.exclude(state=State.CANCELLED).exists()
    if over and not order.is_paid:
        status = Order.Status.CANCELLED if cancelled else Order.Status.EXPIRED
        Order.objects.unpaid().filter(pk=order.pk).update(status=status)
    elif not over:
        mark_paid(order, at=at)


def give_up(consignment, at):
    """Cancelled without anybody's doing; a cash order, which its seller saw, stays in her list."""
    origin = consignment.state
    if origin not in [State.UNPAID, *OPEN]:
        return
    never_seen = origin == State.UNPAID
    won = Consignment.objects.filter(pk=consignment.pk, state=origin)
    if won.update(state=State.CANCELLED, never_paid=never_seen):
        consignment.state, consignment.never_paid = State.CANCELLED, never_seen
        write_step(consignment, origin, State.CANCELLED, at)
        give_back_units(consignment)
