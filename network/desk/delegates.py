"""Who acts for an organisation without being of it: seen, ended with one press, and handing over what was begun."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from network.organisations.access import delegation_of, is_member, owners_of
from network.organisations.actions import revoke_delegate
from network.organisations.actions.helper_links import LASTS, make_helper_link
from network.people.throttles import may_try
from network.people.views.proof import recent_sign_in_required
from network.shell.qr import qr_svg
from network.shell.slow_down import slow_down

from .access import desk_view
from .deeds import deeds_of
from .handing_over import ReachForm, hand_over_to


@require_safe
@never_cache
@desk_view(organisation=True)
def delegates(request):
    return show_delegates(request, ReachForm())


def show_delegates(request, form):
    organisation = request.organisation
    standing = organisation.delegates.standing().select_related("user", "granted_by")
    helper = delegation_of(request.user, organisation)
    context = {
        "organisation": organisation,
        "standing": standing,
        "deeds": deeds_of(organisation),
        "is_helper": helper is not None,
        "may_end": is_member(request.user, organisation, "owner"),
        "hands_over": helper is not None and not owners_of(organisation).exclude(last_login=None).exists(),
        "asks_contact": asks_contact(organisation),
        "form": form,
    }
    return render(request, "desk/helpers/helpers.html", context, status=422 if form.errors else 200)


def asks_contact(organisation):
    """Nobody answers for it yet, and its invitation has named nobody."""
    open_ones = organisation.invitations.open()
    return not owners_of(organisation).exists() and not open_ones.exclude(contact="").exists()


@require_POST
@never_cache
@desk_view(organisation=True)
def show_hand_over(request):
    """One picture: a reload asks before it makes another."""
    form = ReachForm(request.POST)
    if not form.is_valid():
        return show_delegates(request, form)
    if not may_try(request, "pass_made"):
        return slow_down(request)
    return hand_over_to(request, request.organisation, form, refuse=show_delegates)


@never_cache
@desk_view(organisation=True)
@recent_sign_in_required
def ask_for_help(request):
    """An owner's link for one helper, shown once: a reload asks before it makes another. Raises PermissionDenied."""
    organisation = request.organisation
    if not is_member(request.user, organisation, "owner"):
        raise PermissionDenied
    context = {"organisation": organisation, "days": LASTS.days}
    if request.method == "POST":
        if not may_try(request, "pass_made"):
            return render(request, "429.html", status=429)
        token = make_helper_link(organisation, by=request.user)
        address = request.build_absolute_uri(reverse("organisations:help_asked", args=[token]))
        context |= {"address": address, "qr": qr_svg(address)}
    return render(request, "desk/helpers/new.html", context)


@require_POST
@desk_view(organisation=True)
def end(request, public_id):
    """By an owner of the organisation, or by the helper herself."""
    organisation = request.organisation
    delegate = get_object_or_404(
        organisation.delegates.select_related("user"), user__public_id=public_id, revoked_at=None
    )
    if not (is_member(request.user, organisation, "owner") or delegate.user == request.user):
        raise PermissionDenied
    revoke_delegate(delegate, by=request.user)
    messages.success(request, _("%(name)s acts for you no longer.") % {"name": delegate.user})
    return redirect("desk:helpers" if delegate.user != request.user else "desk:today")
