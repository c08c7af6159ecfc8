"""A seller's goods at the desk: list one with a photo and four fields, keep it, hand it in, look after it."""

from functools import wraps

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from marketplace.partner.actions import open_shop
from network.desk.access import desk_view
from network.shell.slow_down import uploads_slowly
from network.words.public_ids import is_public_id, new_public_id

from .actions.drafts import EDITABLE, begin_listing
from .actions.review import goes_live_at_once, is_trusted, require_complete, submit_listing
from .desk_forms import ListingForm
from .desk_goods import by_shelf, describe, goods_of
from .desk_writing import change_live, keep_draft, show_errors
from .exceptions import Incomplete
from .listing_page import ListingPage
from .models import Product
from .models.listing import State


def my_listing(request, public_id):
    """One that the person may act for; another seller's is as if it were not there."""
    return get_object_or_404(Product.objects.managed_by(request.user), public_id=public_id)


def listing_view(view):
    """A view of one listing of hers: `view(request, listing)`."""

    @desk_view(organisation=True)
    @wraps(view)
    def found(request, public_id, **kwargs):
        return view(request, my_listing(request, public_id), **kwargs)

    return found


@require_safe
@desk_view(organisation=True)
def goods(request):
    shelves = by_shelf(goods_of(request.organisation))
    return render(request, "catalogue/desk_goods.html", {"shelves": shelves})


@require_safe
@listing_view
def good(request, listing):
    [good] = describe(Product.objects.filter(pk=listing.pk).select_related("product_class"))
    return render(request, "catalogue/desk_good.html", {"good": good, "listing": listing, "copy": new_public_id()})


@require_safe
@desk_view(organisation=True)
def begin(request):
    """A fresh id first: the form has an address of its own, and what is sent twice is one draft."""
    return redirect("goods:new", new_public_id())


@desk_view(organisation=True)
@uploads_slowly
def new(request, public_id):
    """The form of a listing that nothing is kept of yet."""
    if not is_public_id(public_id):
        raise Http404
    if Product.objects.filter(public_id=public_id).exists():
        listing = my_listing(request, public_id)
    elif request.method == "POST":
        listing = begun(request, public_id)
    else:
        return render_form(request, ListingForm(), public_id)
    return write(request, listing) if request.method == "POST" else redirect("goods:edit", public_id)


def begun(request, public_id):
    return begin_listing(public_id, open_shop(request.organisation), by=request.user)


@listing_view
@uploads_slowly
def edit(request, listing):
    if request.method == "POST":
        return write(request, listing)
    if listing.state == State.WAITING:
        messages.info(request, _("Staff are looking at it. Take it back first if you want to change it."))
        return redirect("goods:good", listing.public_id)
    return render_form(request, ListingForm(listing=listing), listing.public_id, listing)


def write(request, listing):
    """What she pressed: keep it, look at the photos, or see it as buyers will."""
    form = ListingForm(request.POST, request.FILES, listing=listing)
    listing.refresh_from_db(fields=["state"])
    if listing.state == State.WAITING:
        messages.info(request, _("It was handed in already. Take it back first if you want to change it."))
        return redirect("goods:good", listing.public_id)
    if listing.state not in EDITABLE:
        return write_live(request, listing, form)
    keep_draft(form, listing, by=request.user)
    pressed = request.POST.get("do", "preview")
    if pressed == "preview":
        return on_to_preview(request, listing, form)
    form.forgive_missing()
    if form.errors:
        return render_form(request, form, listing.public_id, listing)
    if pressed == "photos":
        return redirect("goods:photos", listing.public_id)
    messages.success(request, _("Kept as a draft. You can go on whenever you like."))
    return redirect("goods:good", listing.public_id)


def on_to_preview(request, listing, form):
    if not form.errors:
        try:
            require_complete(listing)
        except Incomplete as missing:
            show_errors(form, missing)
    if form.errors:
        return render_form(request, form, listing.public_id, listing)
    return redirect("goods:preview", listing.public_id)


def write_live(request, listing, form):
    changes = change_live(form, listing, by=request.user)
    if changes is None:
        return render_form(request, form, listing.public_id, listing)
    if any(change.status == change.Status.WAITING for change in changes):
        messages.info(request, _("Saved. The new price or claim is shown to buyers after staff have looked at it."))
    else:
        messages.success(request, _("Saved. Buyers see it now."))
    return redirect("goods:good", listing.public_id)


def render_form(request, form, public_id, listing=None):
    context = {
        "form": form,
        "public_id": public_id,
        "listing": listing,
        "photos": listing.images.all() if listing else [],
        "is_live": listing is not None and listing.state not in EDITABLE,
    }
    return render(request, "catalogue/desk_listing_form.html", context, status=422 if form.errors else 200)


@require_POST
@desk_view(organisation=True)
def keep(request, public_id):
    """What the page saves by itself while she writes: 204 when all of it could be read, else 422."""
    if not is_public_id(public_id):
        raise Http404
    if Product.objects.filter(public_id=public_id).exists():
        listing = my_listing(request, public_id)
    else:
        listing = begun(request, public_id)
    if listing.state not in EDITABLE:
        return HttpResponse(status=409)
    form = ListingForm(request.POST, listing=listing)
    keep_draft(form, listing, by=request.user)
    form.forgive_missing()
    return HttpResponse(status=422 if form.errors else 204)


@listing_view
def preview(request, listing):
    """As buyers will see it; from here it is handed in."""
    if request.method == "POST":
        return hand_in(request, listing)
    if listing.state not in EDITABLE:
        return redirect("goods:good", listing.public_id)
    try:
        require_complete(listing)
    except Incomplete:
        return redirect("goods:edit", listing.public_id)
    shown = get_object_or_404(Product.objects.for_page(), pk=listing.pk)
    context = {"page": ListingPage(shown, request), "listing": listing}
    context |= {"goes_live": goes_live_at_once(listing), "trusted": is_trusted(listing.owner)}
    return render(request, "catalogue/desk_preview.html", context)


def hand_in(request, listing):
    try:
        submit_listing(listing, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("goods:edit", listing.public_id)
    if listing.state == State.LIVE:
        messages.success(request, _("It is in the shop now. Well done!"))
    else:
        messages.success(request, _("Handed in. Staff look at it soon; here you see how long it has waited."))
    return redirect("goods:good", listing.public_id)
