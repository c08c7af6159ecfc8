"""What this room keeps of people: who ordered, and where it went."""

from network.people.personal_data_registry import (
    POINTS,
    by_user,
    by_user_or_contact,
    drawn_anew,
    emptied,
    free,
    holds,
    register_refs,
    written_over,
)

from .models import Order

mine = by_user_or_contact()


def order_refs(subject):
    return [order.ref for order in Order.objects.filter(mine(subject))]


def contacts_on(public_ids):
    return Order.objects.filter(public_id__in=public_ids, user=None).values_list("contact", flat=True)


register_refs("order", of=order_refs, contacts=contacts_on)

holds(
    "order.Order",
    mine=mine,
    fields={
        "user": POINTS,
        "name": written_over(),
        "contact": emptied(),
        "guest_email": emptied(),
        "token": drawn_anew(),
    },
    facts=["number", "total", "status", "date_placed", "paid_at"],
)
free(
    "order.Order",
    "number currency shipping_tax_code shipping_method shipping_code public_id key language",
    "Numbers, ways of sending, and a language.",
)
WHERE = ("first_name", "last_name", "line1", "line2", "line3", "line4", "state", "postcode", "search_text")
holds(
    "order.ShippingAddress",
    mine=by_user_or_contact("order__"),
    fields=dict.fromkeys([*WHERE, "phone_number", "notes", "subdistrict_code"], emptied()),
)
free("order.ShippingAddress", "code", "A number.")
holds("order.BillingAddress", mine=by_user_or_contact("order__"), fields=dict.fromkeys(WHERE, emptied()))
free("order.BillingAddress", "code", "A number.")
holds("order.OrderNote", mine=by_user_or_contact("order__"), fields={"message": emptied()}, facts=["date_created"])
holds("order.OrderNote", mine=by_user(), fields={"user": POINTS})
free("order.OrderNote", "note_type", "A kind of note.")
holds("order.Line", mine=by_user_or_contact("order__"), fields={}, facts=["order", "title", "quantity"])
free(
    "order.Line",
    "partner_name partner_sku partner_line_reference partner_line_notes title upc tax_code status listing_ref titles fund_ref",
    "What was bought, from which organisation.",
)
for model in ("OrderStatusChange", "LinePrice", "LineAttribute", "ShippingEvent", "ShippingEventType", "PaymentEvent"):
    free(f"order.{model}", "*", "Steps and sums of an order.")
for model in ("PaymentEventType", "OrderDiscount", "Surcharge"):
    free(f"order.{model}", "*", "Steps and sums of an order.")
