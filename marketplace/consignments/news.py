"""What buyers and sellers are told, and when. Messages are promised in the transaction of their cause."""

from django.urls import reverse
from django.utils import translation

from marketplace.order.models import Order
from network.organisations.access import people_of
from network.organisations.public_contacts import ways_to
from network.payments.models import Refund
from network.people.contacts import Contact
from network.people.messages import tell

from .models import Actor, State
from .payments import KIND


def tell_buyer(order, template, **context):
    tell(order.reach, f"order/messages/{template}", {**facts_of(order), **context}, order.language)


def tell_placed(order, attempts):
    """Where to pay, for everything that is not paid on the spot."""
    with translation.override(order.language):
        paths = [attempt.get_absolute_url() for attempt in attempts]
    gateway = attempts[0].gateway
    until = min(attempt.expires_at for attempt in attempts).isoformat()
    tell_buyer(order, "placed", pay_paths=paths, by_cash=gateway == "cash_on_pickup", until=until)


def tell_paid(order, consignments, attempt):
    """The buyer has a receipt, and each seller something to do: at once."""
    tell_buyer(order, "paid", amount=attempt.amount, makers=makers_of(consignments, order.language))
    if attempt.gateway != "cash_on_pickup":
        tell_sellers(consignments)


def tell_sellers(consignments):
    for consignment in consignments:
        tell_seller(consignment, "new")


def tell_seller(consignment, template, **context):
    """Everybody who acts for the seller, in her own language; the organisation's own contact if nobody can be reached."""
    organisation = consignment.seller.organisation
    facts = consignment_facts(consignment, "th")
    told = [
        tell(user, f"consignments/messages/{template}", consignment_facts(consignment, user.language) | context)
        for user in people_of(organisation)
    ]
    if not any(told) and (contact := contact_of(organisation)):
        tell(contact, f"consignments/messages/{template}", facts | context, "th")


def contact_of(organisation):
    if organisation.contact_email:
        return Contact("email", organisation.contact_email)
    return Contact("sms", organisation.contact_phone) if organisation.contact_phone else None


def tell_step(step):
    """A step that the other side wants to know of."""
    consignment = step.consignment
    with translation.override(consignment.order.language):
        seller = consignment.seller.organisation.name
    about = {"consignment": consignment.number, "seller": seller, "note": step.note}
    about["makers"] = makers_of([consignment], consignment.order.language)
    if step.state == State.SENT:
        with translation.override(consignment.order.language):
            carrier = str(consignment.carrier or "")
        way = {"carrier": carrier, "tracking": consignment.tracking_number, "link": consignment.tracking_link}
        tell_buyer(consignment.order, "sent", **about, **way)
    elif step.state == State.READY:
        tell_buyer(consignment.order, "ready", **about, **pick_up_facts(consignment))
    elif step.state == State.CANCELLED and step.actor == Actor.SELLER:
        tell_buyer(consignment.order, "refused", **about, refund=consignment.order.is_paid)
    elif step.state == State.CANCELLED:
        tell_seller(consignment, "cancelled")


def makers_of(consignments, language):
    """How the buyer reaches each of them, as far as they let buyers see it: [{name, ways}]."""
    makers = {consignment.seller.organisation for consignment in consignments}
    with translation.override(language):
        ways = {maker.name: [way.label for way in ways_to(maker, for_buyer=True)] for maker in makers}
    return [{"name": name, "ways": " · ".join(labels)} for name, labels in sorted(ways.items()) if labels]


def pick_up_facts(consignment):
    text = consignment.pick_up.in_language(consignment.order.language)
    return {"place": text.name, "address": text.address, "hours": text.hours}


def facts_of(order):
    """What every message to a buyer may say; JSON only."""
    with translation.override(order.language):
        path = order.get_absolute_url()
        lines = [{"name": line.name, "quantity": line.quantity, "total": line.total} for line in order.lines.all()]
    return {"number": order.number, "name": order.name, "total": order.total, "path": path, "lines": lines}


def consignment_facts(consignment, language):
    with translation.override(language):
        lines = [{"name": line.name, "quantity": line.quantity} for line in consignment.lines]
    return {
        "number": consignment.number,
        "total": consignment.total,
        "lines": lines,
        "picked_up": consignment.is_picked_up,
        "path": reverse("desk:today"),
    }


def tell_returned(part):
    """Paid, but gone in the meantime: the money is on its way back."""
    tell_buyer(order_of(part), "returned", amount=part.amount)


def tell_refund(refund):
    """Money has arrived back, or waits for the account that it is to go to."""
    order, attempt = order_of(refund.part), refund.part.attempt
    if refund.status == Refund.Status.SUCCEEDED:
        tell_buyer(order, "refunded", amount=refund.amount)
    elif refund.status == Refund.Status.NEEDS_ACCOUNT:
        with translation.override(order.language):
            path = reverse("pay:refund_account", args=[attempt.token, refund.public_id])
        tell_buyer(order, "refund_account", amount=refund.amount, refund_path=path)


def order_of(part):
    return Order.objects.prefetch_related("lines").get(public_id=part.ref.removeprefix(f"{KIND}:"))
