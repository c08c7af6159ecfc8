"""Who orders, and where to: what the first step of the checkout has made sure of."""

from dataclasses import dataclass

from marketplace.shipping.parcels import Destination
from network.people.contacts import contact_at, read_contact


@dataclass(frozen=True)
class Buyer:
    """`address` holds fields of ShippingAddress, or nothing where everything is fetched."""

    name: str
    contact: str
    phone: str
    destination: Destination
    address: dict | None

    @property
    def contact_words(self):
        """The contact as people write it."""
        return read_contact(contact_at(self.contact))

    @property
    def fetches_everything(self):
        return self.address is None
