"""A buyer's pages of her orders, each by an unguessable token; no account is needed."""

from functools import wraps

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from django_ratelimit.core import is_ratelimited
from django_ratelimit.decorators import ratelimit

from marketplace.basket.actions import put_in
from marketplace.basket.exceptions import BasketError
from marketplace.catalogue.models import Product
from marketplace.order.actions import renew_link
from marketplace.order.models import Order
from network.clock import now
from network.locks import TryAgain
from network.payments.actions import cancel_attempt
from network.payments.exceptions import PaymentError
from network.shell.slow_down import unguessable

from .actions import cancel_by_buyer, confirm_arrival, pay_again
from .exceptions import ConsignmentError
from .forms import FindOrderForm
from .order_page import OrderPage


def by_token(view):
    """Hand the view its order instead of the token. Wrong ones are counted: whoever guesses is soon sent away."""

    @never_cache
    @unguessable
    @wraps(view)
    def found(request, token, **kwargs):
        orders = Order.objects.select_related("shipping_address__country").prefetch_related("lines")
        return view(request, get_object_or_404(orders, token=token, link_ends_at__gt=now()), **kwargs)

    return found


@require_GET
@by_token
def order(request, order):
    """How it stands with everything."""
    just_ordered = request.session.get("ordered") == order.public_id
    context = {"page": OrderPage(order), "order": order, "just_ordered": just_ordered}
    return render(request, "order/order.html", context)


@require_GET
@by_token
def receipt(request, order):
    """What was paid to whom, to print."""
    if not order.is_paid:
        raise Http404
    return render(request, "order/receipt.html", {"page": OrderPage(order), "order": order})


@require_POST
@by_token
def cancel(request, order, position):
    """The buyer does not want one seller's part any more."""
    consignment = get_object_or_404(order.consignments.with_order(), position=position)
    try:
        refund = cancel_by_buyer(consignment, user=signed_in(request))
    except ConsignmentError:
        messages.error(request, _("It is packed already and cannot be cancelled any more. Please ask the maker."))
    except TryAgain:
        messages.error(request, _("Somebody is at it just now. Please try once more."))
    else:
        back = _("Cancelled. Your money is on its way back.") if refund else _("Cancelled. Nothing is to be paid.")
        messages.success(request, back)
    return redirect(order)


@require_POST
@by_token
def call_off(request, order):
    """The buyer does not want to pay: what was held for her is free again."""
    page = OrderPage(order)
    if page.is_checking:
        messages.error(request, _("Your payment is being checked already. Please wait for the answer."))
        return redirect(order)
    for attempt in page.open_attempts:
        try:
            cancel_attempt(attempt)
        except PaymentError as error:
            messages.error(request, error.text)
            return redirect(order)
    messages.success(request, _("Cancelled. Nothing is to be paid."))
    return redirect(order)


@require_POST
@by_token
def arrived(request, order, position):
    """The buyer has it."""
    consignment = get_object_or_404(order.consignments.all(), position=position)
    try:
        confirm_arrival(consignment, user=signed_in(request))
    except ConsignmentError as error:
        messages.error(request, error.text)
    else:
        messages.success(request, _("Thank you for telling us."))
    return redirect(order)


@require_POST
@by_token
def pay(request, order):
    """Another try, perhaps another way."""
    try:
        attempts = pay_again(order, gateway=request.POST.get("gateway", ""))
    except ConsignmentError as error:
        messages.error(request, error.text)
        return redirect(order)
    return redirect(attempts[0] if len(attempts) == 1 else order)


@require_POST
@by_token
def again(request, order):
    """Everything that is still to be had goes into the basket once more, at today's prices."""
    listings = Product.objects.for_sale().select_related("product_class", "owner")
    by_ref = {listing.ref: listing for listing in listings.filter(line__order=order).distinct()}
    missing = []
    for line in order.lines.all():
        try:
            put_in(request.basket, by_ref[line.listing_ref], quantity=line.quantity)
        except (BasketError, KeyError):
            missing.append(line.name)
    if missing:
        messages.warning(request, _("No longer to be had: %(goods)s") % {"goods": ", ".join(missing)})
    return redirect("basket:summary")


@never_cache
@ratelimit(key="ip", rate="10/m", method="POST", block=True)
def find(request):
    """By number and contact; an unknown number and a wrong contact get the same answer."""
    form = FindOrderForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if found := find_order(request, **form.cleaned_data):
            return redirect(renew_link(found))
        form.add_error(None, _("We find no order with this number and this contact. Please compare both."))
    return render(request, "order/find.html", {"form": form}, status=422 if form.errors else 200)


def find_order(request, number, contact):
    """The order, if the contact is its own; the tries at one number are counted, whoever makes them."""
    if is_ratelimited(request, group="orders.find", key=lambda *_: number, rate="20/h", increment=True):
        return None
    found = Order.objects.filter(number=number).first()
    return found if constant_time_compare(found.contact if found else "", contact) else None


def signed_in(request):
    return request.user if request.user.is_authenticated else None
