"""The network's funds at the desk: one person prepares a fund, another reads it and opens it, either may close it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from network.desk.access import desk_view
from network.people.views.proof import recent_sign_in_required

from .actions import change_charter, close_fund, open_fund, prepare_fund
from .actions.charters import digest_of
from .charter_forms import CharterForm, funds_by_state
from .exceptions import CharterChanged, CharterFixed, PermitMissing, SamePerson
from .models import Fund

ROLES = ("admin", "coordinator", "treasurer")


@require_safe
@never_cache
@desk_view(*ROLES)
def charters(request):
    return render(request, "funding/desk_charters.html", {"funds": funds_by_state()})


@never_cache
@desk_view(*ROLES)
def new_charter(request):
    form = CharterForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        fund = prepare_fund(**form.told, by=request.user)
        messages.success(request, _("Kept. Nobody sees it until another person opens it."))
        return redirect("funding_desk:charter", fund.slug)
    return render(request, "funding/desk_new_charter.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@desk_view(*ROLES)
def edit_charter(request, slug):
    """Only as long as it is a draft."""
    fund = get_object_or_404(Fund.objects.with_texts(), slug=slug, state=Fund.State.DRAFT)
    form = CharterForm(request.POST or None, request.FILES or None, fund=fund)
    if form.is_valid():
        try:
            change_charter(fund, **form.told, by=request.user)
        except CharterFixed as error:
            messages.error(request, error.text)
        else:
            messages.success(request, _("Kept. Nobody sees it until another person opens it."))
        return redirect("funding_desk:charter", fund.slug)
    context = {"form": form, "fund": fund}
    return render(request, "funding/desk_new_charter.html", context, status=422 if form.errors else 200)


@require_safe
@never_cache
@desk_view(*ROLES)
def charter(request, slug):
    """All that donors will read, and what can be done with it now."""
    people = Fund.objects.with_texts().select_related("steward", "dimension", "holder", "prepared_by", "opened_by")
    fund = get_object_or_404(people, slug=slug)
    context = {"fund": fund, "text": fund.in_language(), "seen": digest_of(fund)}
    context["own"] = fund.prepared_by_id == request.user.pk
    return render(request, "funding/desk_charter.html", context)


@require_POST
@never_cache
@desk_view(*ROLES)
@recent_sign_in_required
def judge_charter(request, slug):
    """Open it to the public, or close it."""
    fund = get_object_or_404(Fund, slug=slug)
    try:
        match request.POST.get("verdict"):
            case "open":
                open_fund(fund, by=request.user, seen=request.POST.get("seen", ""))
                messages.success(request, _("Open. Everybody can pledge now."))
            case "close":
                close_fund(fund)
                messages.success(request, _("Closed to new pledges. Its books stay open."))
            case _other:
                raise Http404
    except (CharterChanged, PermitMissing, SamePerson) as error:
        messages.error(request, error.text)
    return redirect("funding_desk:charter", fund.slug)
