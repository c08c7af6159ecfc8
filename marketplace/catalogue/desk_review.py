"""What reviewers read before buyers do: first listings, new prices and claims, and what readers complain of."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.clock import now
from network.desk.access import desk_view
from network.organisations.models import Organisation
from network.words.ages import age_words

from .actions.changes import approve_change, refuse_change
from .actions.doors import REVIEWERS
from .actions.reports import handle_report
from .actions.review import approve_listing, refuse_listing
from .desk_forms import RefusalForm
from .desk_goods import ChangeWords
from .exceptions import WrongState
from .listing_page import ListingPage
from .models import ListingChange, ListingReport, Product
from .weights import format_weight

SHOWN = 50


def to_review(user):
    """Handed-in listings, the oldest first; nobody reads her own."""
    own = Organisation.objects.managed_by(user)
    return Product.objects.waiting().exclude(owner__organisation__in=own)


def changes_to_review(user):
    own = Organisation.objects.managed_by(user)
    waiting = ListingChange.objects.filter(status=ListingChange.Status.WAITING)
    return waiting.exclude(by=user).exclude(listing__owner__organisation__in=own)


def open_reports():
    return ListingReport.objects.filter(handled_at=None)


@require_safe
@desk_view(*REVIEWERS)
def queue(request):
    at = now()
    listings = to_review(request.user).select_related("owner__organisation")
    listings = listings.prefetch_related("images", "owner__organisation__texts")[:SHOWN]
    changes = changes_to_review(request.user).select_related("listing__owner__organisation")[:SHOWN]
    context = {
        "listings": [(listing, age_words(listing.waiting_since, at)) for listing in listings],
        "changes": [(change, age_words(change.at, at)) for change in changes],
        "reports": [(report, age_words(report.at, at)) for report in open_reports().select_related("listing")[:SHOWN]],
    }
    return render(request, "catalogue/desk_review_queue.html", context)


@desk_view(*REVIEWERS)
def listing(request, public_id):
    """The listing as buyers will see it, its facts beside it: approve, or say what should be changed."""
    found = to_review(request.user).for_page().filter(public_id=public_id).first()
    if found is None:
        return gone(request, public_id)
    form = RefusalForm(request.POST if request.POST.get("verdict") == "refuse" else None)
    if request.method == "POST" and judged(request, found, form):
        return redirect("review:queue")
    page = ListingPage(found, request)
    context = {"page": page, "facts": facts_of(found, page), "form": form, "age": age_words(found.waiting_since, now())}
    return render(request, "catalogue/desk_review_listing.html", context, status=422 if form.errors else 200)


def gone(request, public_id):
    """Somebody else was quicker, or the seller took it back: that is said; what never was there is a 404."""
    get_object_or_404(Product.objects.filter(owner__isnull=False), public_id=public_id)
    messages.info(request, _("This one does not wait any more."))
    return redirect("review:queue")


def facts_of(listing, page):
    rows = [
        (_("Price"), page.satang, "money"),
        (_("How many"), page.left, ""),
        (_("Weight of one, packed"), format_weight(listing.weight_g) if listing.weight_g else "–", ""),
        (_("Sold by"), page.text.unit or "–", ""),
        (_("Shelf"), ", ".join(str(item.name) for item in page.shelves) or _("None chosen yet"), ""),
        (_("How it travels"), listing.get_shipping_class_display(), ""),
        (_("Where you send it"), ", ".join(listing.ships_to) or "–", ""),
        (_("Something special about it"), page.text.claims or "–", ""),
    ]
    return [{"label": label, "value": value, "kind": kind} for label, value, kind in rows]


def judged(request, listing, form):
    """Do what was pressed; False when the form must be filled in again."""
    try:
        match request.POST.get("verdict"):
            case "approve":
                approve_listing(listing, by=request.user)
                messages.success(request, _("Approved. It is in the shop, and the seller is told."))
            case "refuse":
                if not form.is_valid():
                    return False
                refuse_listing(listing, by=request.user, reasons=in_thai(form))
                messages.success(request, _("Given back. The seller reads your reasons."))
    except WrongState as error:
        messages.error(request, " ".join(error.messages))
    return True


def in_thai(form):
    """Sellers read the reasons, in whatever language the reviewer works."""
    with translation.override("th"):
        return form.reasons


@desk_view(*REVIEWERS)
def change(request, pk):
    found = get_object_or_404(changes_to_review(request.user).select_related("listing"), pk=pk)
    form = RefusalForm(request.POST if request.POST.get("verdict") == "refuse" else None)
    if request.POST.get("verdict") == "approve":
        approve_change(found, by=request.user)
        messages.success(request, _("Approved. Buyers see it now."))
        return redirect("review:queue")
    if form.is_valid():
        refuse_change(found, by=request.user, reasons=in_thai(form))
        messages.success(request, _("Refused. Everything stays as it was."))
        return redirect("review:queue")
    context = {"change": ChangeWords(found), "listing": found.listing, "form": form}
    return render(request, "catalogue/desk_review_change.html", context, status=422 if form.errors else 200)


@desk_view(*REVIEWERS)
def report(request, pk):
    """A complaint: close it, or take the listing out of the shop with reasons."""
    found = get_object_or_404(open_reports().select_related("listing"), pk=pk)
    form = RefusalForm(request.POST if request.POST.get("verdict") == "refuse" else None)
    verdict = request.POST.get("verdict")
    if verdict == "close" or (verdict == "refuse" and form.is_valid()):
        if verdict == "refuse" and not judged(request, found.listing, form):
            return redirect("review:report", pk)
        handle_report(found, by=request.user)
        return redirect("review:queue")
    context = {"report": found, "listing": found.listing, "form": form}
    return render(request, "catalogue/desk_review_report.html", context, status=422 if form.errors else 200)
