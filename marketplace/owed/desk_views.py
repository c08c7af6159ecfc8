"""What a seller is owed, when it comes, and how it came about."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from marketplace.consignments.models import Consignment
from network.desk.access import desk_view
from network.paper import render_pdf
from network.payments.models import HolderAccount, Payout, PayoutAccount
from network.words.baht_text import baht_text

from .due import due_to
from .months import Month, months_since
from .statement import owed_to, statement_of

SHOWN = 100
PAYOUTS_SHOWN = 5
KINDS = {
    "sale": gettext_lazy("Sold"),
    "sale undone": gettext_lazy("Given back to the buyer"),
    "money in hand": gettext_lazy("Cash you took yourself"),
    "recovered": gettext_lazy("Settled from before"),
    "payout": gettext_lazy("Paid to your account"),
}


@never_cache
@require_safe
@desk_view(organisation=True)
def money(request):
    """The newest first; each with the order it is of, where it is of one."""
    organisation = request.organisation
    _before, rows = statement_of(organisation)
    accounts = PayoutAccount.objects.standing().filter(organisation=organisation)
    context = {
        "owed": owed_to(organisation),
        "due": due_to(organisation),
        "payable_after": settings.PAYABLE_AFTER_DAYS,
        "has_account": accounts.exists(),
        "payouts": Payout.objects.filter(ref=organisation.ref).order_by("-pk")[:PAYOUTS_SHOWN],
        "rows": in_words(rows[::-1][:SHOWN], organisation),
        "months": months_since(rows[0].happened_at)[:12] if rows else [],
    }
    return render(request, "consignments/desk_money.html", context)


@never_cache
@require_safe
@desk_view(organisation=True)
def statement(request, month):
    """One month, explained to the satang."""
    return render(request, "consignments/statement.html", month_of(request.organisation, month))


@never_cache
@require_safe
@desk_view(organisation=True)
def statement_pdf(request, month):
    """The month on paper, in Thai; without Pango its page, which can be printed."""
    with override("th"):
        pdf = render_pdf("consignments/statement_pdf.html", month_of(request.organisation, month))
    if pdf is None:
        return redirect(f"{reverse('desk_money:statement', args=[month])}?print=1")
    headers = {
        "Content-Disposition": f'inline; filename="statement-{month}.pdf"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


def month_of(organisation, text):
    """What a month's statement says. Raises Http404 for no month, or one that has not begun."""
    month = Month.read(text)
    if month is None:
        raise Http404
    before, rows = statement_of(organisation, since=month.begins, until=month.ends)
    after = rows[-1].balance if rows else before
    return {
        "organisation": organisation,
        "payer": HolderAccount.objects.filter(is_default=True).first(),
        "month": month,
        "before": before,
        "rows": in_words(rows, organisation),
        "after": after,
        "sums": sums_of(rows),
        "words": baht_text(max(after, 0)),
    }


def sums_of(rows):
    """The month's columns added up, in satang as they change what is owed; the payouts apart."""
    sales = [row for row in rows if row.kind != "payout"]
    return {
        "gross": sum(row.gross for row in sales),
        "fee": -sum(row.fee for row in sales),
        "fund": -sum(row.fund for row in sales),
        "paid": sum(row.amount for row in rows if row.kind == "payout"),
    }


def in_words(rows, organisation):
    ids = {consignment_in(row) for row in rows} - {""}
    own = Consignment.objects.of_seller(organisation).filter(public_id__in=ids).select_related("order")
    consignments = {consignment.public_id: consignment for consignment in own}
    return [
        {
            "day": row.happened_at,
            "what": KINDS.get(row.kind, _("Other")),
            "consignment": consignments.get(consignment_in(row)),
            "row": row,
        }
        for row in rows
    ]


def consignment_in(row):
    """The public id of the consignment that an entry's key names, or nothing.

    Keys read `consignment:k3f9…:sale`, and `refund:p7q2…:k3f9…` for what a refund undid.
    """
    kind, *rest = row.key.split(":")
    if kind == "consignment":
        return rest[0]
    return rest[1] if kind == "refund" and len(rest) > 1 else ""
