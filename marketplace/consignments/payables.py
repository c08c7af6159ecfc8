"""How orders take part in payments: kind `order`."""

from django.utils import translation
from django.utils.translation import gettext as _

from marketplace.order.models import Order
from marketplace.voucher.actions import record_uses
from network.capacity.actions import extend_holds
from network.capacity.exceptions import HoldReleased, SoldOut
from network.ledger.models import Account
from network.payments.actions import bear_fee, fee_expense
from network.payments.exceptions import CannotFulfil
from network.payments.models import AttemptPart, PaymentAttempt, Refund
from network.payments.registry import register_payable

from .models import Consignment, State
from .news import order_of, tell_paid
from .order_state import end_unpaid, mark_paid, start_preparing
from .payments import KIND
from .sale import book_money_in_hand, book_sale, is_money_in_hand, recover
from .stock import confirm_units
from .unwind import unwind_consignments


def consignments_of(part, order):
    """What this part pays for, with order and lines at hand."""
    found = Consignment.objects.filter(order=order, holder=part.attempt.holder_id).with_order().order_by("position")
    return list(found)


def is_paid_already(part):
    """Has another payment brought the same consignments their money?"""
    same = AttemptPart.objects.filter(kind=KIND, ref=part.ref, attempt__holder=part.attempt.holder_id)
    return same.filter(status=AttemptPart.Status.FULFILLED).exclude(pk=part.pk).exists()


class OrderPayable:
    """An order's part of a payment: those of its consignments that the attempt's holder receives for."""

    def fulfil(self, part, *, paid_from, at):
        """Confirm the units, book each sale, let the sellers begin. Raises CannotFulfil when something is gone."""
        order = order_of(part)
        consignments = [one for one in consignments_of(part, order) if one.state != State.CANCELLED or one.never_paid]
        if is_paid_already(part) or part.amount != sum(one.total for one in consignments):
            raise CannotFulfil(_("This had been paid or called off already."))
        confirm_units(part, consignments, at=at)
        for consignment in consignments:
            start_preparing(consignment, at=at)
            book_sale(consignment, paid_from=paid_from, at=at)
            if is_money_in_hand(consignment, part.attempt):
                book_money_in_hand(consignment, part.attempt, at=at)
            recover(consignment, at=at)
        bear_fee(part, account=fee_expense(), at=at)
        mark_paid(order, at=at)
        record_uses(order)
        tell_paid(order, consignments, part.attempt)

    def extend(self, part, *, until):
        try:
            extend_holds(order_of(part).ref, until=until)
        except (SoldOut, HoldReleased):
            return  # The payment is judged all the same; if it succeeds and nothing is left, it goes back.

    def release(self, part):
        order = order_of(part)
        status = PaymentAttempt.objects.values_list("status", flat=True).get(pk=part.attempt_id)
        end_unpaid(order, consignments_of(part, order), cancelled=status == PaymentAttempt.Status.CANCELLED)

    def unwind(self, part, *, amount, refund_key, at):
        """Of the consignment that the refund was asked for; else of all of the part, in proportion."""
        refund = Refund.objects.get(public_id=refund_key.removeprefix("refund:"))
        consignments = consignments_of(part, order_of(part))
        meant = [one for one in consignments if refund.key.startswith(f"{one.ref}:")]
        received = Account.objects.get(code=f"received:{part.attempt.public_id}")
        unwind_consignments(meant or consignments, amount, key=refund_key, received=received, at=at)
        return received

    def describe(self, refs, language):
        numbers = Order.objects.filter(public_id__in=[ref.removeprefix(f"{KIND}:") for ref in refs])
        with translation.override(language):
            return {
                f"{KIND}:{public_id}": _("Order %(number)s") % {"number": number}
                for public_id, number in numbers.values_list("public_id", "number")
            }

    def judges(self, part):
        """A seller with an account of her own looks into it herself; else the network's treasurer."""
        return part.attempt.holder.organisation


register_payable(KIND, OrderPayable())
