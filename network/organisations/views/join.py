"""Joining an organisation that has asked."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.signing import BadSignature
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from ..access import is_member
from ..actions import add_member, read_invitation


@never_cache
@login_required
def join(request, token):
    """One look, one tap. The asker must still be an owner when it is answered."""
    try:
        person, organisation, role, by = read_invitation(token)
    except BadSignature:
        return render(request, "organisations/invitation_ended.html", status=410)
    if person != request.user or not is_member(by, organisation, "owner"):
        return render(
            request, "organisations/invitation_ended.html", {"of_another": person != request.user}, status=410
        )
    if request.method == "POST":
        add_member(organisation, person, role=role, by=by)
        messages.success(request, _("You belong to %(name)s now.") % {"name": organisation})
        return redirect("me:index")
    return render(request, "organisations/join.html", {"organisation": organisation, "by": by})
