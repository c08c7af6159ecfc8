"""Funds for anyone to read, and pledges for anyone to make."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_ratelimit.decorators import ratelimit

from network.cards.models import Card
from network.payments.actions import start_attempt
from network.payments.exceptions import ProviderUnreachable
from network.payments.models import PaymentAttempt
from network.people.actions.consents import record_consent
from network.people.terms import current_version
from network.shell.slow_down import unguessable

from .actions import make_pledge
from .exceptions import FundClosed
from .forms import SUGGESTED, PledgeForm
from .models import Fund, Pledge
from .public_ledger import movements, page_of, shown


def fund_by(slug):
    return get_object_or_404(
        Fund.objects.public().select_related("holder", "steward").prefetch_related("texts", "steward__texts"), slug=slug
    )


@require_safe
def funds(request):
    """Every public fund, from its cards."""
    return render(request, "funding/fund_list.html", {"cards": Card.objects.listed(["fund"], get_language())[:60]})


@require_safe
def fund(request, slug):
    """Purpose, water level, who answers for it, the last to pledge, and the way into the books."""
    fund = fund_by(slug)
    latest = [(shown(pledge), pledge) for pledge in fund.pledges.captured().order_by("-captured_at")[:5]]
    context = {"fund": fund, "text": fund.in_language(), "steward": fund.steward.in_language(), "latest": latest}
    return render(request, "funding/fund_detail.html", context | {"balance": fund.balance()})


@never_cache
@ratelimit(key="ip", rate="20/m", method="POST", block=True)
def pledge(request, slug):
    """Pledge once, as a guest or a member."""
    fund = get_object_or_404(
        Fund.objects.accepting_pledges().select_related("holder").prefetch_related("texts"), slug=slug
    )
    form = PledgeForm(request.POST or None, fund=fund, initial=known_about(request))
    if form.is_valid():
        try:
            return redirect(pledge_and_start(request, fund, form.cleaned_data))
        except FundClosed as error:
            messages.error(request, error.text)
            return redirect(fund)
    context = {"fund": fund, "text": fund.in_language(), "form": form, "suggested": SUGGESTED}
    return render(request, "funding/pledge_form.html", context, status=422 if form.errors else 200)


def known_about(request):
    """What the form need not ask again."""
    if not request.user.is_authenticated:
        return {"amount": request.GET.get("amount", "")}
    user = request.user
    return {
        "amount": request.GET.get("amount", ""),
        "name": user.get_full_name(),
        "contact": user.email or user.phone or "",
    }


def pledge_and_start(request, fund, wanted):
    """Make the pledge and open its payment; returns the address to go to."""
    wanted.pop("terms")
    user = request.user if request.user.is_authenticated else None
    version = current_version("terms")
    pledge, attempt = make_pledge(fund=fund, user=user, language=get_language(), terms_version=version, **wanted)
    record_consent("pledge", text_version=version, user=user, contact=pledge.contact, ref=pledge.ref)
    if attempt.status != PaymentAttempt.Status.CREATED:
        return attempt.get_absolute_url()
    back = {"return_url": reverse("pay:returned", args=[attempt.token]), "cancel_url": attempt.get_absolute_url()}
    try:
        return start_attempt(attempt, **{name: request.build_absolute_uri(path) for name, path in back.items()})
    except ProviderUnreachable as error:
        messages.error(request, error.text)
        return attempt.get_absolute_url()


@require_safe
@never_cache
@unguessable
def thanks(request, token):
    """A donor's own page of a pledge, by an unguessable token."""
    pledge = get_object_or_404(
        Pledge.objects.select_related("fund__holder", "receipt").prefetch_related("fund__texts"), token=token
    )
    attempt = PaymentAttempt.objects.filter(parts__ref=pledge.ref).order_by("-pk").first()
    receipt = getattr(pledge, "receipt", None)
    return render(
        request, "funding/thanks.html", {"pledge": pledge, "fund": pledge.fund, "attempt": attempt, "receipt": receipt}
    )


@require_safe
def ledger(request, slug):
    """Every baht in and out, newest first."""
    fund = fund_by(slug)
    before = request.GET.get("before", "")
    if before and not (before.isascii() and before.isdigit() and len(before) < 19):
        raise Http404(_("There is no such page of the books."))
    balance = fund.balance()
    rows, following = page_of(fund, before=int(before) if before else None, balance=balance)
    context = {"fund": fund, "text": fund.in_language(), "rows": rows, "following": following, "balance": balance}
    return render(
        request,
        "funding/ledger.html",
        context | {"first_page": not before, "count": movements(fund).count() if not before else None},
    )
