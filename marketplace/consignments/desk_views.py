"""A seller's orders: one big button a step, the slip that goes into the parcel, and what she is owed."""

from functools import wraps

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop
from django.views.decorators.http import require_POST, require_safe

from network.desk.access import desk_view
from network.desk.undo import offer_undo
from network.organisations.actions.delegates import log_deed
from network.paper import render_pdf

from .actions import (
    accept_consignment,
    hand_over,
    make_ready,
    pack_consignment,
    refuse_consignment,
    send_consignment,
    undo_step,
)
from .desk_forms import CannotSendForm, SendForm
from .desk_parcels import GROUPS, Parcel, parcels_of
from .exceptions import ConsignmentError
from .models import Consignment
from .models.consignment import TO_DO

DEEDS = {
    "accept": (accept_consignment, gettext_noop("accepted an order"), gettext_lazy("Accepted. Now pack it.")),
    "pack": (pack_consignment, gettext_noop("packed an order"), gettext_lazy("Packed. Well done!")),
    "ready": (
        make_ready,
        gettext_noop("made an order ready"),
        gettext_lazy("Ready. The buyer is told in two minutes."),
    ),
}


def my_consignment(request, public_id):
    """One of a seller for whom the person acts; another's is as if it were not there."""
    return get_object_or_404(Consignment.objects.managed_by(request.user).with_order(), public_id=public_id)


def consignment_view(view):
    """A view of one consignment of hers: `view(request, consignment)`."""

    @desk_view(organisation=True)
    @wraps(view)
    def found(request, public_id):
        return view(request, my_consignment(request, public_id))

    return found


@require_safe
@desk_view(organisation=True)
def orders(request):
    group = request.GET.get("show")
    group = group if group in GROUPS else "to-do"
    counts = Consignment.objects.of_seller(request.organisation).exclude(never_paid=True)
    chips = [
        {"name": name, "label": label, "count": counts.filter(state__in=states).count(), "current": name == group}
        for name, (label, states) in GROUPS.items()
    ]
    context = {"parcels": parcels_of(request.organisation, group), "chips": chips, "group": group}
    return render(request, "consignments/desk_orders.html", context)


@require_safe
@consignment_view
def order(request, consignment):
    return render_order(request, consignment, SendForm())


def render_order(request, consignment, form):
    context = {"parcel": Parcel(consignment), "consignment": consignment, "form": form}
    return render(request, "consignments/desk_order.html", context, status=422 if form.errors else 200)


def back(consignment):
    return redirect("desk_orders:order", consignment.public_id)


def done(request, consignment, action, deed, text, *, undoable=True, **given):
    """Take one step, say so, and offer to take it back; what is in the way is said instead."""
    try:
        step = action(consignment, by=request.user, **given)
    except ConsignmentError as error:
        messages.error(request, error.text)
        return
    if step is None:
        return  # a second press: it was said already
    log_deed(request.user, consignment.seller.organisation, deed, ref=consignment.ref)
    if undoable:
        offer_undo(request, text, "orders.step", consignment=consignment.public_id, step=step.pk)
    else:
        messages.success(request, text)


@require_POST
@consignment_view
def step(request, consignment):
    """Accept, pack or make ready: whatever the pressed button says."""
    known = DEEDS.get(request.POST.get("do", ""))
    if known:
        action, deed, text = known
        done(request, consignment, action, deed, str(text))
    return back(consignment)


@require_POST
@consignment_view
def send(request, consignment):
    form = SendForm(request.POST)
    if not form.is_valid():
        return render_order(request, consignment, form)
    text = _("Sent. The buyer is told in two minutes.")
    done(request, consignment, send_consignment, gettext_noop("sent an order"), text, **form.cleaned_data)
    return back(consignment)


@require_POST
@consignment_view
def handed_over(request, consignment):
    """The buyer has it; cash is booked with it, so this is not taken back."""
    text = _("Done. Thank you!")
    done(request, consignment, hand_over, gettext_noop("handed over an order"), text, undoable=False)
    return back(consignment)


@require_POST
@consignment_view
def undo_last(request, consignment):
    take_back(request, consignment)
    return back(consignment)


def take_back(request, consignment):
    try:
        undo_step(consignment, by=request.user)
    except ConsignmentError as error:
        messages.error(request, error.text)
        return
    log_deed(request.user, consignment.seller.organisation, gettext_noop("took a step back"), ref=consignment.ref)
    messages.success(request, _("Taken back. It stands where it stood before."))


def undo(request, consignment, step):
    """Of the bar: only the very step it was offered for."""
    found = my_consignment(request, consignment)
    last = found.steps.standing().order_by("-at", "-pk").first()
    if last is not None and last.pk == step:
        take_back(request, found)
    else:
        messages.info(request, _("It has moved on since. Please look at it again."))


@consignment_view
def cannot_send(request, consignment):
    """With a reason the buyer reads; money and stock go back by themselves."""
    if consignment.state not in TO_DO:
        messages.info(request, _("This one can no longer be called off here."))
        return back(consignment)
    form = CannotSendForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            refuse_consignment(consignment, by=request.user, reason=for_buyer(consignment, form))
        except ConsignmentError as error:
            messages.error(request, error.text)
            return back(consignment)
        deed = gettext_noop("called an order off")
        log_deed(request.user, consignment.seller.organisation, deed, ref=consignment.ref)
        messages.success(request, _("Called off. The buyer is told, money and stock go back."))
        return back(consignment)
    context = {"parcel": Parcel(consignment), "form": form}
    return render(request, "consignments/desk_cannot_send.html", context, status=422 if form.errors else 200)


def for_buyer(consignment, form):
    with translation.override(consignment.order.language):
        return form.reason


@require_safe
@consignment_view
def slip(request, consignment):
    """What goes into the parcel: as PDF, or as a page to print where the system cannot make one."""
    context = {"parcel": Parcel(consignment), "consignment": consignment, "order": consignment.order}
    pdf = None if "page" in request.GET else render_pdf("consignments/packing_slip.html", context)
    if pdf is None:
        return render(request, "consignments/desk_slip.html", context)
    headers = {
        "Content-Disposition": f'inline; filename="{consignment.number}.pdf"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)
