"""Somebody is asked to help a shop: one look, one tap, by whoever has the owner's link first."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from network.people.throttles import may_try
from network.people.views.passes import unseen

from ..access import act_for, is_member
from ..actions.helper_links import look_at_helper_link, take_up_helping
from ..exceptions import InvitationEnded


@never_cache
@login_required
def help_asked(request, token):
    """Looking changes nothing: chat programs fetch every link they show."""
    if not may_try(request, "pass_tried"):
        return render(request, "429.html", status=429)
    try:
        return unseen(answer(request, token))
    except InvitationEnded as ended:
        return unseen(render(request, "organisations/invitation_ended.html", status=status_of(ended)))


def status_of(ended):
    return 404 if ended.reason == "unknown" else 410


def answer(request, token):
    link = look_at_helper_link(token)
    if is_member(request.user, link.organisation):
        messages.info(request, _("You belong to %(name)s yourself: no need to help it.") % {"name": link.organisation})
        return redirect("desk:today")
    if request.method == "POST":
        take_up_helping(token, by=request.user)
        act_for(request, link.organisation)
        messages.success(request, _("Thank you. You may act for %(name)s now.") % {"name": link.organisation})
        return redirect("desk:today")
    return render(request, "organisations/help_asked.html", {"link": link, "organisation": link.organisation})
