"""The shop's pages: lists that read cards only, and a listing."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django_ratelimit.decorators import ratelimit

from marketplace.partner.models import Partner
from network.clock import now
from network.organisations.models import Organisation
from network.shell.page_links import page_links
from network.words.dates import in_bangkok

from .actions.reports import report_listing
from .filters import Filters
from .forms import ReportForm
from .linked_data import describe
from .listing_page import ListingPage
from .menu import menu, menu_item, with_parents
from .models import Product


@require_safe
def listing_list(request):
    lead = _("Made, grown and caught by the people of this province. You see who made it and where your money goes.")
    return _list(request, heading=_("Local goods"), lead=lead)


@require_safe
def category_list(request, slug):
    category = menu_item(slug)
    if category is None:
        raise Http404("There is no such category.")
    lead = category.line or _("From makers in every district of the province.")
    return _list(request, heading=category.name, lead=lead, category=category)


def _list(request, *, heading, lead, category=None):
    filters = Filters(request.GET, request.path, month=in_bangkok(now()).month, category=category)
    page = filters.page()
    narrowed = bool(filters.chosen or page.before)
    context = {
        "heading": heading,
        "lead": lead,
        "category": category,
        "menu": [item for item in menu() if not item.parent],
        "crumbs": _crumbs(category),
        "filters": filters,
        "page": page,
        "previous_url": filters.link(before=page.before) if page.before else "",
        "next_url": filters.link(after=page.after) if page.after else "",
        "links": page_links(request, title=heading, description=lead, noindex=narrowed),
    }
    return render(request, "catalogue/listing_list.html", context)


def _crumbs(category):
    if category is None:
        return []
    above = [{"label": item.name, "path": item.path} for item in with_parents([category.parent])]
    return [{"label": _("Shop"), "path": reverse("catalogue:index")}, *above, {"label": category.name, "path": ""}]


@require_safe
def listing_detail(request, slug):
    listing = Product.objects.shown().for_page().filter(slug=slug).first()
    if listing is None:
        listing = get_object_or_404(Product.objects.visible_to(request.user).for_page(), slug=slug)
    page = ListingPage(listing, request)
    page.links = page_links(
        request,
        title=page.title,
        description=page.summary,
        languages=page.languages,
        image=page.pictures[0]["url"] if page.pictures else None,
        kind="product",
        noindex=not listing.is_public,
    )
    page.linked_data = describe(page)
    return render(request, "catalogue/listing_detail.html", {"page": page})


@require_safe
def short_link(request, public_id):
    """`/p/<id>`: on packs, in chats; goes to the listing in the reader's language."""
    return redirect(get_object_or_404(Product.objects.shown(), public_id=public_id))


@require_safe
def shop_link(request, public_id):
    """`/s/<id>`: on a shop's printed sheet; goes to all that it offers, in the reader's language."""
    sellers = Partner.objects.filter(organisation__in=Organisation.objects.active()).select_related("organisation")
    seller = get_object_or_404(sellers, public_id=public_id)
    return redirect(f"{reverse('catalogue:index')}?maker={seller.organisation.slug}")


@require_http_methods(["GET", "HEAD", "POST"])
@ratelimit(key="ip", rate="10/h", method="POST")
def listing_report(request, slug):
    listing = get_object_or_404(Product.objects.shown(), slug=slug)
    form = ReportForm(request.POST or None)
    if form.is_valid():
        report_listing(listing, by=request.user, **form.cleaned_data)
        messages.success(request, _("Thank you. Somebody of the network will look at it."))
        return redirect(listing)
    context = {"form": form, "listing": listing, "title": listing.in_language().title}
    return render(request, "catalogue/listing_report.html", context)
