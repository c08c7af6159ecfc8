"""What must always be true of orders: the parts are the whole, and the books say what the lines say."""

from django.db.models import Exists, F, OuterRef, Subquery, Sum, Value
from django.db.models.functions import Coalesce, Concat
from django.utils.translation import gettext_lazy as _

from marketplace.order.models import Line, Order
from network.invariants import register_invariant
from network.ledger.models import Entry

from .models import Consignment, State


def total_of(rows, amount):
    """The sum of an expression over rows of one order, as a subquery."""
    of_order = rows.filter(order=OuterRef("pk")).order_by().values("order")
    return Coalesce(Subquery(of_order.values(satang=Sum(amount))), 0)


def orders_that_do_not_add_up():
    """Orders whose total is not the sum of their consignments, or whose goods are not the sum of their lines."""
    summed = Order.objects.annotate(
        of_consignments=total_of(Consignment.objects, F("goods") + F("shipping")),
        of_goods=total_of(Consignment.objects, F("goods")),
        of_lines=total_of(Line.objects, F("total")),
    )
    return summed.exclude(total=F("of_consignments"), of_goods=F("of_lines"))


def consignments_without_money():
    """Consignments that have left their seller though no sale of theirs is in the books."""
    key = Concat(Value("consignment:"), OuterRef("public_id"), Value(":sale"))
    gone = Consignment.objects.filter(state__in=[State.SENT, State.DONE])
    return gone.exclude(Exists(Entry.objects.filter(key=key)))


register_invariant("orders.add_up", orders_that_do_not_add_up, _("What an order costs is the sum of its parts"))
register_invariant("orders.paid_first", consignments_without_money, _("Nothing leaves a seller's hands unpaid"))
