"""LINE's doors: signing in, where a channel is set up; and what the Official Account hears of its followers."""

from functools import wraps

from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from ..actions.line import note_following
from ..line import BadSignature, read_events
from ..provider import LineAdapter

LARGEST = 256 * 1024  # bytes of a webhook's body


def where_set_up(view):
    """Without a channel's keys there is nothing to go to."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not settings.LINE_CHANNEL_ID:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


line_login = where_set_up(OAuth2LoginView.adapter_view(LineAdapter))
line_callback = where_set_up(OAuth2CallbackView.adapter_view(LineAdapter))


@require_safe
def line_cancelled(request):
    messages.info(request, _("You did not sign in with LINE. You can use a code instead."))
    return redirect("account_login")


@csrf_exempt
@require_POST
def line_webhook(request):
    """Who follows the Official Account can be written to; who has blocked it cannot. Other events are no business of ours."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
        return HttpResponse(status=413)
    try:
        heard = read_events(request.body, request.headers.get("X-Line-Signature", ""))
    except BadSignature as error:
        return HttpResponse(f"refused: {error}", status=400, content_type="text/plain")
    note_following(heard)
    return HttpResponse(status=200)
