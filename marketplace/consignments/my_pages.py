"""A member's own orders, under `/<language>/me/orders/`."""

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from marketplace.order.models import Order
from network.people.my_pages_registry import MyPage, register_my_page

from .models import State

MOST = 100


def my_orders(request):
    """The newest first; the last hundred are enough for a page."""
    orders = Order.objects.of(request.user).prefetch_related("lines", "consignments").order_by("-date_placed")[:MOST]
    return render(request, "order/mine.html", {"orders": orders})


def on_their_way(request):
    open_states = [State.NEW, State.ACCEPTED, State.PACKED, State.SENT, State.READY]
    count = Order.objects.of(request.user).filter(consignments__state__in=open_states).distinct().count()
    return ngettext("%(count)d on its way", "%(count)d on their way", count) % {"count": count} if count else ""


register_my_page(
    MyPage(name="orders", title=_("My orders"), view=my_orders, icon="parcel", line=on_their_way, order=10)
)
