"""A pass opened on the phone of the person it is for: one look, one tap, once."""

from allauth.account.adapter import get_adapter
from allauth.account.utils import get_next_redirect_url
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from network.shell.slow_down import slow_down, unguessable

from ..actions.passes import PassEnded, look_at_pass, use_pass
from ..actions.sign_in import let_in
from ..throttles import may_try


@never_cache
@unguessable
def open_pass(request, token):
    """Looking spends nothing: chat programs fetch every link they show. The tap is a POST."""
    try:
        found = look_at_pass(token)
        if request.method != "POST":
            return unseen(render(request, "people/pass.html", {"person": found.user}))
        if not may_try(request, "pass_tried"):
            return unseen(slow_down(request))
        person = use_pass(token, ip=get_adapter().get_client_ip(request))
    except PassEnded as ended:
        status = 404 if ended.reason == "unknown" else 410
        return unseen(render(request, "people/pass_ended.html", {"reason": ended.reason}, status=status))
    return let_in(request, person, method="pass", made_by=found.made_by_id, next=get_next_redirect_url(request))


def unseen(response):
    """The address is a key: no other site hears of it. (With "no-referrer" browsers send `Origin: null`, and CSRF refuses.)"""
    response["Referrer-Policy"] = "same-origin"
    return response
