"""The basket's page, and the four things that can be done to it; all of it works without a script."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from django_ratelimit.decorators import ratelimit

from marketplace.catalogue.models import Product
from network.shell.basket_count import remember_basket_count

from .actions import count_pieces, put_in, set_quantity, take_out
from .destination import destination_of, remember_destination
from .exceptions import BasketError
from .forms import DestinationForm, QuantityForm
from .offers import apply_offers
from .quote import quote
from .vouchers import VoucherForm, add_voucher, remove_vouchers

CHANGES = ratelimit(key="ip", rate="120/m", method="POST", block=True)


@never_cache
@require_GET
def summary(request):
    """Everything in the basket, by seller, with what delivery will cost."""
    if "country" not in request.GET:
        return show(request, destination_of(request))
    form = DestinationForm(request.GET)
    if not form.is_valid():
        return show(request, destination_of(request), form=form, status=422)
    return remember_destination(show(request, form.destination, form=form), form.destination)


def show(request, destination, *, form=None, error="", at_fault=None, voucher_form=None, status=200):
    """The page; `error` is about the listing whose public id is `at_fault`, or about the whole."""
    reckoned = quote(request.basket, destination)
    context = {
        "quote": reckoned,
        "form": form or DestinationForm(initial={"country": destination.country, "postcode": destination.postcode}),
        "destination": destination,
        "error": error,
        "at_fault": at_fault,
        "voucher_form": voucher_form or VoucherForm(),
        "removed": removed_listing(request),
    }
    response = render(request, "basket/summary.html", context, status=status)
    return remember_basket_count(response, reckoned.pieces)


def removed_listing(request):
    """What has just been taken out, and the address that puts it back."""
    public_id, form = request.GET.get("removed", ""), QuantityForm({"quantity": request.GET.get("quantity")})
    if not (public_id.isalnum() and form.is_valid()):
        return None
    undo = reverse("basket:restore", kwargs={"public_id": public_id})
    return {"undo_path": f"{undo}?quantity={form.cleaned_data['quantity']}"}


@never_cache
@require_POST
@CHANGES
def add(request, public_id):
    """Put pieces of a listing in; from its page or, with the number in the address, after taking it out."""
    form = QuantityForm({"quantity": request.POST.get("quantity", "1")})
    listing = get_object_or_404(for_sale(), public_id=public_id)
    if not form.is_valid():
        return refuse(request, form.errors["quantity"][0])
    try:
        put_in(request.basket, listing, quantity=form.cleaned_data["quantity"])
    except BasketError as error:
        return refuse(request, f"{listing.in_language().title}: {error.text}")
    messages.success(request, _("In the basket: %(listing)s") % {"listing": listing.in_language().title})
    return changed(request)


@never_cache
@require_POST
@CHANGES
def restore(request, public_id):
    """Undo a removal."""
    form = QuantityForm({"quantity": request.GET.get("quantity")})
    listing = for_sale().filter(public_id=public_id).first()
    if listing is None or not form.is_valid():
        return refuse(request, _("It could not be put back."))
    try:
        put_in(request.basket, listing, quantity=form.cleaned_data["quantity"])
    except BasketError as error:
        return refuse(request, error.text)
    return changed(request)


def for_sale():
    return Product.objects.for_sale().select_related("product_class", "owner").prefetch_related("texts")


@never_cache
@require_POST
@CHANGES
def change(request, public_id):
    """Say how many of one line there shall be."""
    line, form = line_of(request, public_id), QuantityForm(request.POST)
    if line is None:
        return redirect("basket:summary")
    if not form.is_valid():
        return refuse(request, form.errors["quantity"][0], at_fault=public_id)
    try:
        set_quantity(line, form.cleaned_data["quantity"])
    except BasketError as error:
        return refuse(request, error.text, at_fault=public_id)
    return changed(request)


@never_cache
@require_POST
@CHANGES
def remove(request, public_id):
    """Take a line out; the page offers to put it back."""
    line = line_of(request, public_id)
    if line is None:
        return redirect("basket:summary")
    quantity = take_out(line)
    return changed(request, f"?removed={public_id}&quantity={quantity}")


@never_cache
@require_POST
@CHANGES
def voucher(request):
    """Use a code, or take the used ones away."""
    if "remove" in request.POST:
        remove_vouchers(request.basket)
        return redirect("basket:summary")
    form = VoucherForm(request.POST)
    if form.is_valid() and add_voucher(request.basket, form):
        return redirect("basket:summary")
    return show(request, destination_of(request), voucher_form=form, status=422)


def line_of(request, public_id):
    """The line of that listing in this visitor's own basket, or None when it is gone."""
    if not public_id.isalnum():
        raise Http404
    basket = request.basket
    if basket.pk is None:
        return None
    found = basket.lines.select_related("product__product_class", "product__owner", "stockrecord")
    return found.filter(product__public_id=public_id).first()


def refuse(request, text, *, at_fault=None):
    """The basket as it was, with what is wrong."""
    request.basket.reset_offer_applications()
    apply_offers(request.basket, request.user, request)
    return show(request, destination_of(request), error=text, at_fault=at_fault, status=422)


def changed(request, query=""):
    return remember_basket_count(redirect(f"{reverse('basket:summary')}{query}"), count_pieces(request.basket))
