"""Writing down that vouchers were used. Whether they may be is decided by their capacity pools, at the order."""

from django.db.models import F

from .models import Voucher, VoucherApplication


def record_uses(order):
    """Note each voucher of a paid order, once; Oscar shows these numbers to staff and offers no used one again."""
    for discount in order.discounts.exclude(voucher_id=None):
        _use, is_new = VoucherApplication.objects.get_or_create(
            voucher_id=discount.voucher_id, order=order, defaults={"user": order.user}
        )
        if is_new:
            more = {"num_orders": F("num_orders") + 1, "total_discount": F("total_discount") + discount.amount}
            Voucher.objects.filter(pk=discount.voucher_id).update(**more)
