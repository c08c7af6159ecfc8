"""A believable past of the shop: orders placed, paid, packed and sent by the real actions, on the days they tell of."""

import random
from datetime import timedelta

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone, translation

from marketplace.address.models import Country
from marketplace.basket.actions import put_in
from marketplace.basket.models import Basket
from marketplace.basket.offers import apply_offers
from marketplace.basket.quote import quote
from marketplace.catalogue.models import Product
from marketplace.checkout.actions import place_order
from marketplace.checkout.buyer import Buyer
from marketplace.consignments.actions import accept_consignment, pack_consignment, send_consignment
from marketplace.consignments.models import Carrier
from marketplace.order.models import Order
from marketplace.partner.strategy import Selector
from marketplace.shipping.parcels import Destination
from network.clock import frozen
from network.payments.actions import settle
from network.payments.gateways.base import Outcome, State
from network.payments.models import PaymentAttempt

from .people import owner_of

BUYERS = [
    ("นก ใจดี", "nok@example.com", "คลองแห", "หาดใหญ่", "สงขลา", "90110", "901103"),
    ("Amir Hassan", "amir@example.com", "บ่อยาง", "เมืองสงขลา", "สงขลา", "90000", "900101"),
    ("สมชาย รักเล", "somchai@example.com", "เกาะยอ", "เมืองสงขลา", "สงขลา", "90100", "900105"),
]
ORDERS = 14


def seed_orders():
    """Fourteen orders over two months; the newest ones wait to be accepted, packed and sent."""
    live = Product.objects.filter(state="live", product_class__slug="goods").order_by("upc")
    goods = [listing for listing in live if "TH" in listing.ships_to]
    for number in range(ORDERS):
        key = f"demo-order-{number}"
        if not Order.objects.filter(key=key).exists():
            chance = random.Random(key)  # noqa: S311 (a story, no secret)
            days = (ORDERS - number) * 4 - 3
            at = timezone.now() - timedelta(days=days, hours=chance.randint(0, 8))
            order = order_on(at, key, chance.sample(goods, chance.randint(1, 3)), chance)
            walk(order, at, days)


def order_on(at, key, goods, chance):
    """One guest's order, paid a quarter of an hour later."""
    with frozen(at), translation.override("th"):
        buyer = buyer_of(chance.choice(BUYERS))
        basket = Basket.objects.create()
        basket.strategy = Selector().strategy()
        for listing in goods:
            put_in(basket, listing, quantity=chance.randint(1, 2))
        order = place_order(basket, buyer=buyer, key=key, gateway="promptpay", **seen_by(basket, buyer))
    with frozen(at + timedelta(minutes=15)):
        refs = [f"order:{order.public_id}", *(one.ref for one in order.consignments.all())]
        for attempt in PaymentAttempt.objects.filter(parts__ref__in=refs).distinct():
            settle(attempt, outcome=Outcome(State.PAID, attempt.amount))
    return order


def buyer_of(row):
    name, contact, line3, line4, state, postcode, code = row
    address = {"line1": "99/9", "line3": line3, "line4": line4, "state": state, "postcode": postcode}
    address |= {"subdistrict_code": code, "country": Country(pk="TH")}
    return Buyer(name=name, contact=contact, phone="", destination=Destination("TH", postcode), address=address)


def seen_by(basket, buyer):
    """What the buyer agreed to: how each parcel comes, and the total."""
    seen = Basket.objects.get(pk=basket.pk)
    seen.strategy = Selector().strategy()
    apply_offers(seen, AnonymousUser(), anew=True)
    reckoned = quote(seen, buyer.destination, prefer_pick_up=False)
    return {"ways": {parcel.public_id: parcel.chosen.code for parcel in reckoned.parcels}, "total_seen": reckoned.total}


def walk(order, at, days):
    """Older orders are on their way; those of the last days wait at an earlier step."""
    carrier = Carrier.objects.order_by("pk").first()
    for consignment in order.consignments.select_related("seller__organisation"):
        owner = owner_of(consignment.seller.organisation.slug)
        steps = [accept_consignment, pack_consignment, lambda one, by: send_consignment(one, by=by, carrier=carrier)]
        for hours, step in zip((3, 20, 26), steps if days > 9 else steps[: max(0, days // 4)], strict=False):
            with frozen(at + timedelta(hours=hours)):
                step(consignment, by=owner)
                consignment.refresh_from_db()
