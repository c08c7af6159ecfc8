"""Buying in tests, as a visitor's browser does it, and by the actions alone."""

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import translation

from marketplace.address.models import Country
from marketplace.basket.actions import put_in
from marketplace.basket.models import Basket
from marketplace.basket.offers import apply_offers
from marketplace.basket.quote import quote
from marketplace.checkout.actions import place_order
from marketplace.checkout.buyer import Buyer
from marketplace.partner.strategy import Selector
from marketplace.shipping.parcels import Destination
from network.payments.models import HolderAccount
from network.people.models import User
from network.words.public_ids import new_token
from tests.marketplace.factories import create_live_listing, create_seller, numbers

THAI_ADDRESS = {
    "line1": "12/3 ม.4",
    "line3": "คลองแห",
    "line4": "หาดใหญ่",
    "state": "สงขลา",
    "postcode": "90110",
    "subdistrict_code": "901103",
    "country": Country(pk="TH"),
}
DETAILS = {
    "contact": "nok@example.org",
    "name": "นก ใจดี",
    "get": "send",
    "country": "TH",
    "place": "คลองแห",
    "line1": "12/3 ม.4",
}


def create_holder(**changes):
    """The network's own account, verified by two people."""
    first, second = (User.objects.create_user(email=f"verifier{next(numbers)}@example.org") for _ in range(2))
    shape = {"legal_name": "เครือข่ายสาธิต", "bank_name": "ธนาคารสาธิต", "bank_account": "0000000000", "takes_cards": True}
    shape |= {"promptpay_id": "0801234567", "is_default": True, "is_fictional": True}
    return HolderAccount.objects.create(first_verifier=first, second_verifier=second, **shape | changes)


def create_pick_up(seller, name="ร้านริมเล"):
    point = seller.pick_up_points.create()
    point.write_texts("th", name=name, address="1 ถ.ริมเล", hours="9–17 น.")
    return point


def create_goods(sellers=1, *, per_seller=1, left=10, satang=690_00):
    """Live listings of so many sellers."""
    return [
        create_live_listing(seller, left=left, satang=satang)
        for seller in [create_seller() for _ in range(sellers)]
        for _ in range(per_seller)
    ]


def fill(*goods, quantity=1):
    """A guest's basket with these listings."""
    basket = Basket.objects.create()
    basket.strategy = Selector().strategy()
    for listing in goods:
        put_in(basket, listing, quantity=quantity)
    return basket


def a_buyer(**changes):
    address = dict(THAI_ADDRESS)
    facts = {"name": "นก ใจดี", "contact": "nok@example.org", "phone": "", "address": address} | changes
    place = facts["address"]
    destination = Destination(place["country"].pk, place["postcode"]) if place else Destination("TH")
    return Buyer(**facts, destination=destination)


def agreement(basket, buyer, *, gateway="promptpay"):
    """What a buyer who looks at this basket agrees to: the arguments of `place_order`."""
    seen_basket = Basket.objects.get(pk=basket.pk)
    seen_basket.strategy = Selector().strategy()
    apply_offers(seen_basket, AnonymousUser(), anew=True)
    seen = quote(seen_basket, buyer.destination, prefer_pick_up=buyer.fetches_everything)
    ways = {parcel.public_id: parcel.chosen.code for parcel in seen.parcels}
    terms = {"ways": ways, "total_seen": seen.total, "gateway": gateway}
    return {"basket": basket, "buyer": buyer, "key": new_token(), **terms}


def order_of(basket, *, buyer=None, language="th", **given):
    """Place the order of a basket as its buyer saw it."""
    with translation.override(language):
        return place_order(**agreement(basket, buyer or a_buyer()) | given)


def create_order(*goods, quantity=1, **given):
    return order_of(fill(*(goods or create_goods()), quantity=quantity), **given)


class Shopper:
    """A browser without scripts: it fills in what a form shows and sends it."""

    def __init__(self, client, language="en"):
        self.client, self.language = client, language

    def path(self, name, **kwargs):
        with translation.override(self.language):
            return reverse(name, kwargs=kwargs)

    def add(self, listing, quantity=1):
        return self.client.post(self.path("basket:add", public_id=listing.public_id), {"quantity": quantity})

    def basket(self, **query):
        return self.client.get(self.path("basket:summary"), query)

    def details(self, **changes):
        return self.client.post(self.path("checkout:details"), DETAILS | changes)

    def review(self):
        return self.client.get(self.path("checkout:review"))

    def form(self, answer=None):
        """What the review page would send if its button were pressed."""
        shown = (answer or self.review()).context
        ways = {f"way-{parcel.public_id}": parcel.chosen.code for parcel in shown["quote"].parcels if parcel.chosen}
        key = shown["form"].initial.get("key") or shown["form"].data["key"]
        return {"key": key, "total": shown["quote"].total, "pay": shown["chosen_gateway"], "terms": "on", **ways}

    def order(self, **changes):
        return self.client.post(self.path("checkout:review"), self.form() | changes)


def guest(client, *goods, language="en", **details):
    """A shopper with these goods in her basket who has said where she lives."""
    shopper = Shopper(client, language)
    for listing in goods:
        assert shopper.add(listing).status_code == 302
    assert shopper.details(**details).status_code == 302
    return shopper
