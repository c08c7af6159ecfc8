"""Signing in with LINE: allauth's two views, where a channel is set up."""

from functools import wraps

from allauth.socialaccount.providers.line.views import oauth2_callback, oauth2_login
from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe


def where_set_up(view):
    """Without a channel's keys there is nothing to go to."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not settings.LINE_CHANNEL_ID:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


line_login = where_set_up(oauth2_login)
line_callback = where_set_up(oauth2_callback)


@require_safe
def line_cancelled(request):
    messages.info(request, _("You did not sign in with LINE. You can use a code instead."))
    return redirect("account_login")
