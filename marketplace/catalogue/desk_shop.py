"""A seller's shop as a whole: closed for a holiday, how goods reach buyers, and a sheet for the stall."""

from functools import wraps

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe

from marketplace.partner.actions import close_shop, open_shop, reopen_shop
from marketplace.shipping.actions import describe_delivery
from network.desk.access import desk_view
from network.paper import render_pdf
from network.shell.qr import qr_uri
from network.words.dates import thai_date

from .shop_forms import DeliveryForm, HolidayForm


def shop_view(view):
    """A view of the shop of the organisation that she acts for, opened when it is first asked for."""

    @desk_view(organisation=True)
    @wraps(view)
    def found(request):
        return view(request, open_shop(request.organisation))

    return found


@require_safe
@shop_view
def shop(request, seller):
    return show_shop(request, seller, HolidayForm())


def show_shop(request, seller, form):
    context = {
        "seller": seller,
        "closed_until": seller.closed_until(),
        "form": form,
        "address": address_of(request, seller),
    }
    return render(request, "catalogue/desk_shop.html", context, status=422 if form.errors else 200)


def address_of(request, seller):
    return request.build_absolute_uri(reverse("shop-link", args=[seller.public_id]))


@require_POST
@shop_view
def close(request, seller):
    form = HolidayForm(request.POST)
    if form.is_valid():
        try:
            holiday = close_shop(seller, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            day = {"day": thai_date(holiday.until)}
            messages.success(request, _("Closed until %(day)s. It opens again by itself.") % day)
            return redirect("shop:shop")
    return show_shop(request, seller, form)


@require_POST
@shop_view
def reopen(request, seller):
    reopen_shop(seller, by=request.user)
    messages.success(request, _("Your shop is open."))
    return redirect("shop:shop")


@shop_view
def delivery(request, seller):
    form = DeliveryForm(request.POST or None, seller=seller)
    if form.is_valid():
        describe_delivery(seller, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("desk:steps")
    return render(request, "catalogue/desk_delivery.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
@shop_view
def sheet(request, seller):
    """A5, to stand on the stall: as PDF, or as a page to print where the system cannot make one."""
    address = address_of(request, seller)
    context = {"seller": seller, "address": address, "qr_uri": qr_uri(address), "organisation": seller.organisation}
    with override("th"):
        pdf = None if "page" in request.GET else render_pdf("catalogue/desk_sheet_pdf.html", context)
    if pdf is None:
        return render(request, "catalogue/desk_sheet.html", context)
    headers = {"Content-Disposition": f'inline; filename="{seller.organisation.slug}.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)
