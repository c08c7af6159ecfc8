"""What this room keeps of people: what was written to buyers; and parcels that must arrive before anybody leaves."""

from django.utils.translation import gettext as _

from marketplace.order.models import Order
from network.organisations.open_business import owned_alone
from network.people.personal_data_registry import (
    POINTS,
    by_user_or_contact,
    emptied,
    free,
    holds,
    nothing,
    objects_to_erasure,
    register_refs,
)

from .models import Consignment
from .models.consignment import OPEN

mine = by_user_or_contact()


def consignment_refs(subject):
    orders = Order.objects.filter(mine(subject))
    return [consignment.ref for consignment in Consignment.objects.filter(order__in=orders)]


def no_contacts(public_ids):
    """They stand on the order."""
    return []


def what_is_open(subject):
    """Orders that are on their way to her, or that wait for her payment, and those that only she can send."""
    orders = Order.objects.filter(mine(subject))
    if orders.unpaid().exists():
        yield _("An order of yours waits for its payment. Pay it or call it off first.")
    if Consignment.objects.filter(order__in=orders, state__in=OPEN).exists():
        yield _("An order of yours has not arrived yet.")
    if subject.user is None:
        return
    for organisation in owned_alone(subject):
        if Consignment.objects.of_seller(organisation).filter(state__in=OPEN).exists():
            yield _(
                "“%(shop)s” has orders to send, and nobody else answers for it. Let somebody else become owner."
            ) % {"shop": organisation}


register_refs("consignment", of=consignment_refs, contacts=no_contacts)
objects_to_erasure(what_is_open)

holds(
    "consignments.Consignment",
    mine=by_user_or_contact("order__"),
    fields={"tracking_number": emptied()},
    facts=["seller", "state", "goods", "shipping"],
)
free("consignments.Consignment", "public_id hold_ref method", "Numbers and a way of sending.")
holds(
    "consignments.ConsignmentStep",
    mine=by_user_or_contact("consignment__order__"),
    fields={"note": emptied()},
    facts=["state", "at"],
)
holds("consignments.ConsignmentStep", mine=nothing, fields={"by": POINTS})
free("consignments.Carrier", "code name_th name_en tracking_url number_pattern", "Of a carrier.")
