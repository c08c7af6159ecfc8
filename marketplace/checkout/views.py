"""The checkout: two pages, then the payment. Everything works without a script."""

from django.conf import settings
from django.contrib import messages
from django.core.signing import BadSignature, Signer
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django_ratelimit.decorators import ratelimit

from marketplace.basket.destination import destination_of, remember_destination
from marketplace.basket.offers import apply_offers
from marketplace.basket.quote import quote
from marketplace.order.models import Order
from network.locks import TryAgain
from network.places.lookup import find_places
from network.shell.basket_count import remember_basket_count
from network.shell.in_app import way_out
from network.words.public_ids import new_token

from .actions import place_order
from .draft import empty_form, finished_draft, forget_draft, keep_draft, reach_of
from .elsewhere import pack, unpack
from .exceptions import BasketGone, CheckoutError, VoucherUsed
from .forms import DetailsForm, OrderForm, ways_of
from .paying import go_and_pay
from .steps import steps
from .ways_to_pay import holders_of, ways_to_pay, without_cards

FORMS = ratelimit(key="ip", rate="60/m", method="POST", block=True)


@never_cache
@FORMS
def details(request):
    """Step one: who orders, and where to."""
    reckoned = quote(request.basket, destination_of(request))
    if not reckoned.parcels:
        return redirect("basket:summary")
    if request.method != "POST":
        return show_details(request, reckoned, empty_form(request, reckoned))
    form = DetailsForm(request.POST, **reach_of(reckoned))
    if not form.is_valid():
        return show_details(request, reckoned, form, status=422)
    keep_draft(request, form)
    return remember_destination(redirect("checkout:review"), form.buyer.destination)


def show_details(request, reckoned, form, *, status=200):
    context = {"form": form, "quote": reckoned, "steps": steps("details")}
    return render(request, "checkout/details.html", context, status=status)


@require_safe
@ratelimit(key="ip", rate="60/m", block=True)
def places(request):
    """The places that what is typed leads to: a part of the details page, asked for while typing."""
    typed = request.GET.get("place", "")[:60].strip()
    return render(request, "checkout/places.html", {"places": find_places(typed) if typed else []})


@never_cache
@FORMS
def review(request):
    """Step two: deliveries, payment, the total; ordering."""
    if request.method == "POST" and (placed := placed_before(request)):
        return go_and_pay(request, placed)
    reckoned = quote(request.basket, destination_of(request))
    if not reckoned.parcels:
        messages.info(request, BasketGone.text)
        return redirect("basket:summary")
    draft = finished_draft(request, reckoned)
    if draft is None:
        return redirect("checkout:details")
    step = Review(request, draft.buyer, reckoned)
    if request.method == "POST" and "update" not in request.POST:
        return step.order()
    return step.show()


def placed_before(request):
    """The order that this very form has placed already: a double click, or the way back."""
    key = request.POST.get("key", "")
    return Order.objects.filter(key=key).first() if OrderForm.KEY.fullmatch(key) else None


class Review:
    """The second step for one request."""

    def __init__(self, request, buyer, reckoned):
        self.request, self.buyer = request, buyer
        self.ways = ways_of(request.POST)
        self.reckon(reckoned)

    def reckon(self, reckoned):
        self.quote = reckoned
        reckoned.deliver(self.buyer.destination, self.ways, prefer_pick_up=self.buyer.fetches_everything)
        holders = holders_of([parcel.seller for parcel in self.quote.parcels])
        self.without_cards = without_cards(self.quote.parcels, holders)
        self.gateways = in_readers_order(ways_to_pay(self.quote, holders, contact=self.buyer.contact))

    def order(self):
        form = OrderForm(self.request.POST, gateways=self.gateways)
        if not form.is_valid():
            return self.show(form, status=422)
        try:
            placed = self.place(form)
        except BasketGone as error:
            messages.info(self.request, error.text)
            return redirect("basket:summary")
        except (CheckoutError, TryAgain) as error:
            return self.ask_again(form, error)
        forget_draft(self.request)
        return remember_basket_count(go_and_pay(self.request, placed), 0)

    def place(self, form):
        user = self.request.user
        return place_order(
            self.request.basket,
            key=form.cleaned_data["key"],
            buyer=self.buyer,
            ways=self.ways,
            gateway=form.cleaned_data["pay"],
            total_seen=form.cleaned_data["total"],
            user=user if user.is_authenticated else None,
        )

    def ask_again(self, form, error):
        """Nothing was ordered: the page as it was, with what is the matter and the new total."""
        if isinstance(error, VoucherUsed):
            self.request.basket.vouchers.clear()
        self.request.basket.reset_offer_applications()
        apply_offers(self.request.basket, self.request.user, self.request, anew=True)
        self.reckon(quote(self.request.basket, self.buyer.destination))
        busy = isinstance(error, TryAgain)
        words = _("Very many people are ordering just now. Please press once more.") if busy else error.text
        form.add_error(None, words)
        return self.show(form, status=503 if busy else 409)

    def show(self, form=None, *, status=200):
        context = {
            "quote": self.quote,
            "buyer": self.buyer,
            "form": form or self.fresh_form(),
            "gateways": self.gateways,
            "without_cards": self.without_cards,
            "chosen_gateway": self.chosen_gateway(),
            "steps": steps("review"),
        }
        return render(self.request, "checkout/review.html", context, status=status)

    def fresh_form(self):
        """A new key for a new page; an update of the sums keeps the one it had."""
        key = self.request.POST.get("key", "")
        return OrderForm(initial={"key": key if OrderForm.KEY.fullmatch(key) else new_token()}, gateways=self.gateways)

    def chosen_gateway(self):
        codes = [gateway.code for gateway in self.gateways]
        posted = self.request.POST.get("pay")
        return posted if posted in codes else next(iter(codes), "")


def in_readers_order(gateways):
    """Thai bank apps first for readers of Thai, cards first for travellers."""
    return sorted(gateways, key=lambda gateway: get_language() != "th" and gateway.code != "stripe")


@require_POST
@never_cache
@FORMS
def go_elsewhere(request):
    """An address for the phone's own browser, to tap, to copy or to scan."""
    url = request.build_absolute_uri(reverse("checkout:arrive", args=[pack(request)]))
    context = {"url": url, "way_out": way_out(request, url)}
    return render(request, "checkout/elsewhere.html", context)


@never_cache
@ratelimit(key="ip", rate="60/m", block=True)
def arrive(request, token):
    """In the other browser. Looking spends nothing, for chat apps fetch every link: the button does."""
    if request.method != "POST":
        return render(request, "checkout/arrive.html")
    try:
        basket = unpack(request, token)
    except BadSignature:
        messages.info(
            request, _("This address was used already, or is older than an hour. Your basket is where it was.")
        )
        return redirect("basket:summary")
    answer = redirect("basket:summary")
    if basket:
        if request.basket.pk and request.basket.pk != basket.pk and request.basket.owner_id is None:
            basket.merge(request.basket, add_quantities=False)
        name, seconds = settings.OSCAR_BASKET_COOKIE_OPEN, settings.OSCAR_BASKET_COOKIE_LIFETIME
        secure = settings.OSCAR_BASKET_COOKIE_SECURE
        answer.set_cookie(name, Signer().sign(basket.pk), max_age=seconds, httponly=True, secure=secure, samesite="Lax")
        remember_basket_count(answer, basket.num_items)
    return answer
