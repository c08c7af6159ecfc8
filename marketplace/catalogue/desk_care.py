"""One press each: stock, a rest and a return, taking back, one more like this, photos; most with an undo."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from marketplace.partner.availability import units_left
from network.desk.undo import offer_undo
from network.pictures import PictureRefused
from network.shell.slow_down import uploads_slowly
from network.words.public_ids import is_public_id

from .actions.drafts import copy_listing
from .actions.life import pause_listing, resume_listing
from .actions.photos import MOST, add_photo, put_photo_first, remove_photo
from .actions.review import withdraw_listing
from .actions.stock import change_stock
from .desk_forms import ListingForm, StockForm
from .desk_views import listing_view, my_listing
from .exceptions import WrongState
from .models import Product


def moved(request, listing, action):
    """Do it, or say why it cannot be done now."""
    try:
        action(listing, by=request.user)
    except WrongState as error:
        messages.error(request, " ".join(error.messages))
        return False
    return True


@require_POST
@listing_view
def pause(request, listing):
    if moved(request, listing, pause_listing):
        offer_undo(request, _("It rests now; nobody can order it."), "goods.resume", listing=listing.public_id)
    return redirect("goods:good", listing.public_id)


@require_POST
@listing_view
def resume(request, listing):
    if moved(request, listing, resume_listing):
        offer_undo(request, _("It is in the shop again."), "goods.pause", listing=listing.public_id)
    return redirect("goods:good", listing.public_id)


@require_POST
@listing_view
def withdraw(request, listing):
    if moved(request, listing, withdraw_listing):
        messages.success(request, _("Taken back. Change what you like and hand it in again."))
        return redirect("goods:edit", listing.public_id)
    return redirect("goods:good", listing.public_id)


@require_POST
@listing_view
def copy(request, listing):
    """One more like this, under the id that its button was given: pressed twice it is one."""
    public_id = request.POST.get("copy", "")
    if not is_public_id(public_id):
        raise Http404
    if not Product.objects.filter(public_id=public_id).exists():
        copy_listing(listing, by=request.user, public_id=public_id)
        messages.success(request, _("Here is one more like it. Change the name and add a photo."))
    return redirect("goods:edit", public_id)


@require_POST
@listing_view
def stock(request, listing):
    """Count the shelf. What was sold while she counted is said, and nothing is overwritten."""
    form, before = StockForm(request.POST), units_left([listing.ref]).get(listing.ref)
    if not form.is_valid():
        messages.error(request, " ".join(form.errors["left"]) if "left" in form.errors else _("Please count again."))
    elif form.cleaned_data["seen"] not in (None, before):
        messages.warning(request, _("Some were sold while you counted: %(left)d are left.") % {"left": before or 0})
    elif form.cleaned_data["left"] != before:
        left = form.cleaned_data["left"]
        change_stock(listing, left=left, by=request.user)
        text = _("Now %(left)d are left to sell.") % {"left": left}
        offer_undo(request, text, "goods.stock", listing=listing.public_id, left=before or 0, now=left)
    return redirect("goods:good", listing.public_id)


@require_safe
@listing_view
def photos(request, listing):
    pictures = list(listing.images.all())
    context = {"listing": listing, "pictures": pictures, "is_full": len(pictures) >= MOST, "form": ListingForm()}
    return render(request, "catalogue/desk_photos.html", context)


@require_POST
@listing_view
@uploads_slowly
def add(request, listing):
    """Each photo that is one is kept, whatever the others are."""
    for upload in [*request.FILES.getlist("camera"), *request.FILES.getlist("gallery")]:
        try:
            add_photo(listing, upload, by=request.user)
        except PictureRefused as refusal:
            messages.error(request, refusal.text)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
    return redirect("goods:photos", listing.public_id)


@require_POST
@listing_view
def photo_first(request, listing, stem):
    put_photo_first(get_object_or_404(listing.images, stem=stem), by=request.user)
    return redirect("goods:photos", listing.public_id)


@require_POST
@listing_view
def photo_remove(request, listing, stem):
    """Twice is once: a photo that is gone already is no mistake of hers."""
    photo = listing.images.filter(stem=stem).first()
    if photo is not None:
        remove_photo(photo, by=request.user)
        messages.success(request, _("The photo is gone."))
    return redirect("goods:photos", listing.public_id)


def undo_pause(request, listing):
    moved(request, my_listing(request, listing), resume_listing)


def undo_resume(request, listing):
    moved(request, my_listing(request, listing), pause_listing)


def undo_stock(request, listing, left, now):
    """Only while nobody bought in between: what is sold is not counted back."""
    listing = my_listing(request, listing)
    if units_left([listing.ref]).get(listing.ref) != now:
        messages.info(request, _("Some were sold in the meantime. Please count again."))
        return
    change_stock(listing, left=left, by=request.user)
    messages.success(request, _("Taken back: %(left)d are left to sell.") % {"left": left})
