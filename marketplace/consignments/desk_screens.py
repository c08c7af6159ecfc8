"""What the desk shows of orders."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.desk.registry import Figure, Screen, register_figures, register_screen, register_undo, register_urls

from .desk_parcels import TO_SEND, Parcel
from .models import Consignment, State


def sells(request):
    return request.organisation is not None and hasattr(request.organisation, "seller")


def to_do(request):
    return Consignment.objects.of_seller(request.organisation).to_do()


def count_to_do(request):
    return to_do(request).count()


def figures(request):
    """What must leave the house today; then what is new; nothing where nothing waits."""
    if not sells(request):
        return []
    waiting = (
        to_do(request).filter(state__in=TO_SEND).select_related("order", "seller").prefetch_related("order__lines")
    )
    parcels = [Parcel(consignment) for consignment in waiting]
    due, new = sum(one.is_due for one in parcels), sum(one.state == State.NEW for one in parcels)
    path = reverse("desk_orders:orders")
    found = []
    if due:
        found.append(Figure(_("To send today"), str(due), path, "truck", _("Open"), urgent=True))
    if new:
        found.append(Figure(_("New orders"), str(new), path, "bell", _("Accept them"), urgent=not due))
    if not found and parcels:
        found.append(Figure(_("To send soon"), str(len(parcels)), path, "parcel", _("Open")))
    return found


register_urls("orders/", "marketplace.consignments.desk_urls")
register_figures("orders", figures, order=10)
register_screen(
    Screen(
        "orders",
        gettext_lazy("Orders"),
        "parcel",
        "desk_orders:orders",
        sells,
        count=count_to_do,
        tab=True,
        order=10,
    )
)
register_undo("orders.step", "marketplace.consignments.desk_views.undo")
