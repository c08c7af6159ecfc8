"""What can be read and asked about, but not booked yet."""

from network.organisations.models import Dimension, Organisation
from network.places.models import District

from ..plant import fund_refs, plant, product_refs
from . import calls, campaigns, events, indicators, preorders, resources, trips

MAKERS = [trips, campaigns, events, resources, indicators, calls, preorders]


class Known:
    """What the announcements point at, read once."""

    def __init__(self, content):
        self.content = content
        self.organisations = {one.slug: one for one in Organisation.objects.select_related("district")}
        self.districts = {one.slug: one for one in District.objects.all()}
        self.dimensions = {one.key: one for one in Dimension.objects.all()}
        self.products = product_refs(content)
        self.funds = fund_refs()

    def who(self, kind, organisation, district=None, dimension=None):
        """The fields that every announcement has, whatever its language."""
        host = self.organisations[organisation]
        where = self.districts[district] if district else host.district
        return {
            "kind": kind,
            "organisation": host,
            "district": where,
            "dimension": self.dimensions[dimension] if dimension else host.dimensions.first(),
        }


def seed_announcements(content, pictures):
    """Trips, campaigns, events, resources, indicators, volunteer calls and pre-orders, in Thai and English."""
    known = Known(content)
    return plant([seed for maker in MAKERS for seed in maker.seeds(known)], pictures)
