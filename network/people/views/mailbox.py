"""Every message of the demo, and the codes of its staff: on this machine only, and never in production."""

import time
from functools import wraps

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from network.clock import now

from ..actions.digests import promise_digests
from ..models import Message
from ..second_factor import PERIOD, current_code

SHOWN = 100


def demo_only(view):
    """A 404 unless this is the demo and the browser sits on this machine."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not settings.DEMO or request.META.get("REMOTE_ADDR") not in {"127.0.0.1", "::1"}:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@never_cache
@demo_only
def mailbox(request):
    """The newest first; `?to=` narrows them to one contact. One button lets the evening come, with its digests."""
    if request.method == "POST":
        promise_digests(timezone.localtime(now()).replace(tzinfo=None))  # each evening of the demo is another
        return redirect(request.get_full_path())
    sent_to = request.GET.get("to", "").strip()
    found = Message.objects.exclude(sent_at=None).filter(digest=None).select_related("user")
    if sent_to:
        found = found.filter(to__iexact=sent_to)
    enrolled = Authenticator.objects.filter(type=Authenticator.Type.TOTP).select_related("user").order_by("user")
    context = {
        "found": found[:SHOWN],
        "sent_to": sent_to,
        "codes": [(authenticator.user, current_code(authenticator)) for authenticator in enrolled],
        "waiting": Message.objects.waiting().count(),
        "seconds": PERIOD - int(time.time()) % PERIOD,
    }
    return render(request, "demo/mailbox.html", context)
