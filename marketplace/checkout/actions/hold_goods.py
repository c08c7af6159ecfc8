"""Holding what an order takes: stock and voucher uses together, all or nothing."""

from marketplace.catalogue.models.listing import DIGITAL
from marketplace.voucher.models import Voucher
from network.capacity.actions import open_pool, take
from network.capacity.exceptions import SoldOut
from network.capacity.models import Pool

from ..exceptions import GoodsGone, VoucherUsed

VOUCHER = "voucher"


def hold_goods(order, reckoned, basket, *, user, until, at):
    """Take the units until then. Raises GoodsGone, VoucherUsed; then nothing was taken."""
    takes = [*goods_of_order(reckoned), *uses_of_vouchers(basket, user)]
    if not takes:
        return
    try:
        take(takes, for_ref=order.ref, until=until, at=at)
    except SoldOut as error:
        raise VoucherUsed if all(is_voucher(pool) for pool, _left in error.shortages) else GoodsGone from error


def goods_of_order(reckoned):
    """(pool, quantity) of everything that can run out. Raises GoodsGone where nobody ever counted any."""
    wanted = {row.listing.ref: row.quantity for row in reckoned.rows if row.listing.kind != DIGITAL}
    pools = Pool.objects.in_bulk(wanted, field_name="ref")
    if len(pools) < len(wanted):
        raise GoodsGone
    return [(pools[ref], quantity) for ref, quantity in wanted.items()]


def uses_of_vouchers(basket, user):
    """One use of each voucher that gave something and may be used only so often: as scarce as goods, guarded alike."""
    used = [application["voucher"] for application in basket.offer_applications if application["voucher"]]
    refs = {pool_ref(voucher, user) for voucher in used if voucher.usage != Voucher.MULTI_USE}
    return [(open_pool(ref, 1), 1) for ref in sorted(refs)]


def pool_ref(voucher, user):
    """One use in all, or one of each person."""
    if voucher.usage == Voucher.SINGLE_USE:
        return f"{VOUCHER}:{voucher.pk}"
    return f"{VOUCHER}:{voucher.pk}:{user.public_id}"


def is_voucher(pool):
    return pool.ref.startswith(f"{VOUCHER}:")
