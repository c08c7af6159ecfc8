"""What a seller is owed, as a plain list."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from marketplace.consignments.models import Consignment
from network.desk.access import desk_view

from .statement import owed_to, statement_of

SHOWN = 100
KINDS = {
    "sale": gettext_lazy("Sold"),
    "sale undone": gettext_lazy("Given back to the buyer"),
    "money in hand": gettext_lazy("Cash you took yourself"),
    "recovered": gettext_lazy("Settled from before"),
    "payout": gettext_lazy("Paid to your account"),
}


@require_safe
@desk_view(organisation=True)
def money(request):
    """The newest first; each with the order it is of, where it is of one."""
    rows = statement_of(request.organisation)[::-1][:SHOWN]
    context = {"owed": owed_to(request.organisation), "rows": in_words(rows, request.organisation)}
    return render(request, "consignments/desk_money.html", context)


def in_words(rows, organisation):
    ids = {row.ref.removeprefix("consignment:") for row in rows if row.ref.startswith("consignment:")}
    own = Consignment.objects.of_seller(organisation).filter(public_id__in=ids).select_related("order")
    consignments = {consignment.ref: consignment for consignment in own}
    return [
        {
            "day": row.happened_at,
            "what": KINDS.get(row.kind, _("Other")),
            "consignment": consignments.get(row.ref),
            "amount": row.amount,
            "balance": row.balance,
        }
        for row in rows
    ]
