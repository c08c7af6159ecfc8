"""The picture that hands a shop over, opened on the phone of the one whose it is: one look, one tap, and she is in."""

from allauth.account.adapter import get_adapter
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from network.people.actions.passes import PassEnded, look_at_pass
from network.people.actions.sign_in import let_in
from network.people.throttles import may_try
from network.people.views.passes import unseen
from network.shell.slow_down import slow_down, unguessable

from ..access import act_for
from ..actions import take_over
from ..exceptions import HelperCannotOwn, InvitationEnded
from ..models import Organisation


@never_cache
@unguessable
def handed_over(request, public_id, token):
    organisation = Organisation.objects.with_texts().filter(public_id=public_id).first()
    if organisation is None:
        raise Http404
    return unseen(opened(request, organisation, token))


def opened(request, organisation, token):
    """Looking spends nothing; the tap is a POST."""
    try:
        found = look_at_pass(token)
        if request.method != "POST":
            context = {"person": found.user, "organisation": organisation, "by": found.made_by}
            return render(request, "organisations/handed_over.html", context)
        if not may_try(request, "pass_tried"):
            return slow_down(request)
        person = take_over(organisation, token, ip=get_adapter().get_client_ip(request))
    except PassEnded as ended:
        status = 404 if ended.reason == "unknown" else 410
        return render(request, "people/pass_ended.html", {"reason": ended.reason}, status=status)
    except (InvitationEnded, HelperCannotOwn):
        return render(request, "organisations/invitation_over.html", {"reason": "unknown"}, status=410)
    return go_in(request, person, found, organisation)


def go_in(request, person, found, organisation):
    answer = let_in(request, person, method="pass", made_by=found.made_by_id, next=reverse("desk:helpers"))
    if request.user == person:
        act_for(request, organisation)
    return answer
