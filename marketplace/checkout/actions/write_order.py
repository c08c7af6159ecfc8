"""The rows of an order: address, lines with everything frozen, one consignment for each seller."""

from marketplace.catalogue.models import FeeRule
from marketplace.catalogue.split import split_price
from marketplace.consignments.models import Actor, Consignment, ConsignmentStep, State
from marketplace.order.models import Line, Order, OrderDiscount, ShippingAddress
from marketplace.order.models.order import LINK_LASTS
from marketplace.partner.vat import vat_contained
from network.words.money import decimal_from_satang

from ..fees import fee_bp
from ..numbers import next_number


def write_order(reckoned, basket, *, buyer, key, user, language, at):
    """The order with its lines; amounts go from Oscar's Decimals to satang nowhere but here and in the quote."""
    address = write_address(buyer)
    total, shipping = reckoned.total, decimal_from_satang(reckoned.shipping)
    lines = frozen_lines(reckoned)
    vat = sum(line.vat for line in lines) + sum(shipping_vat(parcel) for parcel in reckoned.parcels)
    order = Order.objects.create(
        number=next_number(at),
        key=key,
        basket=basket,
        user=user,
        total=total,
        name=buyer.name,
        contact=buyer.contact,
        guest_email="" if user or "@" not in buyer.contact else buyer.contact,
        language=language,
        shipping_address=address,
        total_incl_tax=decimal_from_satang(total),
        total_excl_tax=decimal_from_satang(total - vat),
        shipping_incl_tax=shipping,
        shipping_excl_tax=shipping,
        date_placed=at,
        link_ends_at=at + LINK_LASTS,
    )
    for line in lines:
        line.order = order
    order._prefetched_objects_cache = {"lines": Line.objects.bulk_create(lines)}
    write_discounts(order, basket)
    return order


def write_address(buyer):
    if buyer.address is None:
        return None
    return ShippingAddress.objects.create(first_name=buyer.name, phone_number=buyer.phone, **buyer.address)


def frozen_lines(reckoned):
    """Unsaved order lines; fee, fund share and VAT as they are today."""
    rules = list(FeeRule.objects.all())
    return [freeze(row, rules) for row in reckoned.rows]


def freeze(row, rules):
    listing, seller, record = row.listing, row.listing.owner, row.line.stockrecord
    parts = split_price(
        row.total, network_bp=fee_bp(listing, rules), fund_bp=listing.fund_share_bp, fund_ref=listing.fund_ref
    )
    vat = vat_contained(row.total, registered=seller.vat_registered)
    paid, whole = decimal_from_satang(row.total), decimal_from_satang(row.price * row.quantity)
    return Line(
        product=listing,
        listing_ref=listing.ref,
        titles={text.language: text.title for text in listing.texts.all() if text.title},
        title=listing.title,
        partner=seller,
        partner_name=seller.name,
        partner_sku=record.partner_sku,
        stockrecord=record,
        quantity=row.quantity,
        price=row.price,
        total=row.total,
        vat=vat,
        fee_bp=parts.network_bp,
        fee=parts.network,
        fund_ref=parts.fund_ref,
        fund_bp=parts.fund_bp,
        fund_share=parts.fund,
        num_allocated=0,
        unit_price_incl_tax=decimal_from_satang(row.price),
        line_price_incl_tax=paid,
        line_price_excl_tax=paid - decimal_from_satang(vat),
        line_price_before_discounts_incl_tax=whole,
        line_price_before_discounts_excl_tax=whole - decimal_from_satang(vat),
    )


def shipping_vat(parcel):
    return vat_contained(parcel.shipping, registered=parcel.seller.vat_registered)


def write_consignments(order, reckoned, holders, *, begun, at):
    """One for each seller, in the basket's order. `begun` lets sellers pack before the money is there (cash)."""
    state = State.NEW if begun else State.UNPAID
    written = Consignment.objects.bulk_create(
        consignment(order, position, parcel, holders[parcel.seller.pk], state)
        for position, parcel in enumerate(reckoned.parcels, 1)
    )
    if begun:
        first = {"origin": State.UNPAID, "state": State.NEW, "actor": Actor.SYSTEM, "at": at}
        ConsignmentStep.objects.bulk_create(ConsignmentStep(consignment=one, **first) for one in written)
    return written


def consignment(order, position, parcel, holder, state):
    days_min, days_max = parcel.chosen.eta_days
    return Consignment(
        order=order,
        position=position,
        seller=parcel.seller,
        holder=holder,
        state=state,
        hold_ref=order.ref,
        method=parcel.chosen.code,
        pick_up=parcel.pick_up,
        days_min=days_min,
        days_max=days_max,
        goods=parcel.goods,
        shipping=parcel.shipping,
        shipping_vat=shipping_vat(parcel),
    )


def write_discounts(order, basket):
    """What Oscar's offers gave, for its reports and for the vouchers' record once the order is paid."""
    OrderDiscount.objects.bulk_create(
        OrderDiscount(
            order=order,
            category=OrderDiscount.BASKET,
            offer_id=given["offer"].pk,
            offer_name=given["offer"].name,
            voucher_id=given["voucher"].pk if given["voucher"] else None,
            voucher_code=given["voucher"].code if given["voucher"] else "",
            frequency=given["freq"],
            amount=given["discount"],
        )
        for given in basket.offer_applications
    )
