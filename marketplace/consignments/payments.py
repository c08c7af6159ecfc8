"""The payments of an order: begun with it, one for each holder account; which are open, what each pays for."""

from django.utils.translation import gettext as _

from network.payments.actions import begin_attempt
from network.payments.models import AttemptPart, PaymentAttempt, Refund

KIND = "order"


def begin_payments(order, consignments, gateway, *, turn=1, at=None):
    """Write down one attempt for each holder account, in the caller's transaction; returns them."""
    by_holder = {}
    for consignment in consignments:
        by_holder.setdefault(consignment.holder, []).append(consignment.total)
    return [
        begin_attempt(
            key=f"{order.key}:{turn}:{holder.public_id}",
            gateway=gateway,
            holder=holder,
            parts=[(KIND, order.ref, sum(totals))],
            title=_("Order %(number)s") % {"number": order.number},
            return_path=order.get_absolute_url(),
            contact=order.contact,
            language=order.language,
            user=order.user,
            at=at,
        )
        for holder, totals in by_holder.items()
    ]


def attempts_of(order):
    """Every try to pay this order, the newest last, with holder and parts."""
    found = PaymentAttempt.objects.filter(parts__kind=KIND, parts__ref=order.ref)
    return found.select_related("holder").prefetch_related("parts").order_by("pk")


def paid_part_of(consignment):
    """The part of a payment that the consignment was fulfilled with, or None while it is not paid."""
    parts = AttemptPart.objects.filter(kind=KIND, ref=consignment.order.ref, attempt__holder=consignment.holder_id)
    return parts.filter(status=AttemptPart.Status.FULFILLED).select_related("attempt").first()


def open_attempt_of(consignment):
    """The payment that its money is still awaited from, or None."""
    return attempts_of(consignment.order).open().filter(holder=consignment.holder_id).last()


def refunds_of(order):
    """Money on its way back to the buyer, or there already."""
    found = Refund.objects.filter(part__kind=KIND, part__ref=order.ref)
    return found.select_related("part__attempt").order_by("pk")
