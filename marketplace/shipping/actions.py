"""How a seller's goods reach their buyers."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_noop

from network.organisations.actions.delegates import log_deed
from network.organisations.models import Organisation

from .estimates import forget


@transaction.atomic
def describe_delivery(seller, *, by, sends_from, handling_days, name="", address="", hours=""):
    """From where and how soon she sends, and her one place to fetch goods; an emptied name closes that place.

    A seller with several places keeps the others. Raises PermissionDenied.
    """
    if not Organisation.objects.managed_by(by).filter(pk=seller.organisation_id).exists():
        raise PermissionDenied
    seller.sends_from, seller.handling_days = sends_from, handling_days
    seller.save(update_fields=["sends_from", "handling_days"])
    point = seller.pick_up_points.order_by("pk").first()
    if name and point is None:
        point = seller.pick_up_points.create()
    if point is not None:
        point.is_open = bool(name)
        point.save(update_fields=["is_open"])
    if name:
        point.write_texts("th", name=name, address=address, hours=hours)
    log_deed(by, seller.organisation, gettext_noop("said how goods reach buyers"))
    transaction.on_commit(lambda: forget(seller))
