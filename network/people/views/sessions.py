"""Where a person is signed in, and ending any of it."""

from allauth.usersessions.internal.flows.sessions import end_sessions
from allauth.usersessions.models import UserSession
from allauth.usersessions.views import list_usersessions
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache


@never_cache
@login_required
def my_sessions(request):
    """The list; one device of hers is signed out by its number, all others at once by the plain button."""
    if "end" not in request.POST:
        return list_usersessions(request)
    hers = UserSession.objects.filter(user=request.user)
    ended = [session for session in hers if str(session.pk) == request.POST["end"]]
    end_sessions(request, ended)
    if ended and request.user.is_authenticated:
        messages.success(request, _("That device is signed out."))
    return redirect("usersessions_list")
