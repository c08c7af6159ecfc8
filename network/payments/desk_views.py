"""Slips to confirm and refunds to send, for whoever answers for the account."""

from django.contrib import messages
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.desk.access import desk_view

from .access import refunds_for, slips_for
from .actions import confirm_slip, record_transfer, refuse_slip, report_wrong_amount
from .forms import TransferForm, WrongAmountForm
from .models import Slip
from .registry import described


@require_safe
@desk_view()
def slips(request):
    """The oldest waiting slip first; what was judged lately below."""
    mine = slips_for(request.user).select_related("attempt", "attempt__holder", "judged_by")
    mine = mine.prefetch_related("attempt__parts")
    waiting = mine.filter(status=Slip.Status.WAITING).order_by("handed_in_at")[:50]
    judged = mine.exclude(status=Slip.Status.WAITING).order_by("-judged_at")[:20]
    lists = {"waiting": named(waiting, request.LANGUAGE_CODE), "judged": named(judged, request.LANGUAGE_CODE)}
    return render(request, "payments/slips.html", lists)


def named(slips, language):
    """(slip, what it pays for): in the judge's language, where the attempt's title is in the payer's."""
    slips = list(slips)
    lines = dict(described((part for slip in slips for part in slip.attempt.parts.all()), language))
    return [(slip, ", ".join(lines[part] for part in slip.attempt.parts.all())) for slip in slips]


@desk_view()
def slip(request, public_id):
    """Picture beside expected amount and time: confirm, wrong amount, not ours."""
    slip = get_object_or_404(
        slips_for(request.user).select_related("attempt__holder", "judged_by"), public_id=public_id
    )
    form = WrongAmountForm(request.POST if request.POST.get("verdict") == "wrong_amount" else None)
    if request.method == "POST" and pass_verdict(request, slip, form):
        return redirect("payments_desk:slips")
    parts = described(slip.attempt.parts.all(), request.LANGUAGE_CODE)
    return render(
        request, "payments/slip.html", {"slip": slip, "form": form, "parts": parts}, status=422 if form.errors else 200
    )


def pass_verdict(request, slip, form):
    """Do what the judge pressed; False when the form must be filled in again."""
    match request.POST.get("verdict"):
        case "confirm":
            confirm_slip(slip, by=request.user)
            messages.success(request, _("Confirmed. The payment is booked."))
        case "not_ours":
            refuse_slip(slip, by=request.user, note=request.POST.get("note", "")[:300])
            messages.success(request, _("Marked as not ours. The payer is told and may try again."))
        case "wrong_amount":
            if not form.is_valid():
                return False
            report_wrong_amount(slip, by=request.user, **form.cleaned_data)
            messages.success(request, _("Noted. Nothing is delivered until this is sorted out."))
    return True


@require_safe
@desk_view()
def slip_picture(request, public_id):
    slip = get_object_or_404(slips_for(request.user).exclude(picture=""), public_id=public_id)
    return FileResponse(
        slip.picture.open("rb"), content_type="image/jpeg", headers={"Cache-Control": "private, no-store"}
    )


@require_safe
@desk_view()
def refunds(request):
    mine = refunds_for(request.user).by_hand().select_related("part__attempt").order_by("due_at")[:100]
    return render(request, "payments/refunds.html", {"refunds": mine})


@desk_view()
def refund(request, public_id):
    """Transfer it in the bank's app, then write down its reference."""
    refund = get_object_or_404(refunds_for(request.user).select_related("part__attempt__holder"), public_id=public_id)
    form = TransferForm(request.POST or None)
    if refund.status == refund.Status.TO_TRANSFER and form.is_valid():
        record_transfer(refund, **form.cleaned_data)
        messages.success(request, _("Written down. The payer is told."))
        return redirect("payments_desk:refunds")
    return render(request, "payments/refund.html", {"refund": refund, "form": form})
