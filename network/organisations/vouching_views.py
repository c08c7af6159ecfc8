"""For those who are asked whether it is she, and for those who know that it is not."""

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.signing import BadSignature
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from network.clock import now
from network.people.contacts import read_contact
from network.people.throttles import may_try
from network.people.views.passes import unseen
from network.shell.slow_down import slow_down, unguessable

from .access import organisations_of
from .actions.recovery import AnotherIsOpen, NotYoursToVouch, RecoveryEnded, stop_recovery
from .actions.recovery import vouch as vouch_for
from .models import Recovery
from .recovery import may_stop, may_vouch
from .recovery_news import recovery_to_stop
from .second_factor import is_missing, show_second_factor

PEOPLE = ("user", "organisation", "first_voucher", "second_voucher")


@never_cache
@login_required
@unguessable
def vouch(request, token):
    """Whoever may neither vouch nor stop sees the same as for a link that leads to nobody."""
    if is_missing(request):
        return show_second_factor(request)
    recovery = Recovery.objects.filter(token=token).select_related(*PEOPLE).first()
    if recovery is None or not may_stop(request.user, recovery):
        return render(request, "organisations/vouch_not_yours.html", status=404)
    if request.method == "POST":
        return judge(request, recovery)
    return render(request, "organisations/vouch.html", vouch_context(request, recovery))


def vouch_context(request, recovery):
    state = recovery.state(now())
    vouched = request.user in recovery.vouchers
    return {
        "recovery": recovery,
        "state": state,
        "contact": read_contact(recovery.contact),
        "groups": organisations_of(recovery.user),
        "vouched": vouched,
        "may_vouch": state == "asked" and not vouched and may_vouch(request.user, recovery),
        "rival": rival_of(recovery),
    }


def rival_of(recovery):
    """Another that is open for the same person, or None: one of the two is not she."""
    others = Recovery.objects.open(now()).filter(user=recovery.user).exclude(pk=recovery.pk)
    other = others.exclude(first_voucher=None).first()
    return other and {"recovery": other, "contact": read_contact(other.contact)}


def judge(request, recovery):
    """Stop it, or vouch; after either the page shows what has become of it."""
    if not may_try(request, "recovery_judged"):
        return slow_down(request)
    ip = get_adapter().get_client_ip(request)
    if "stop" in request.POST:
        stop_recovery(recovery, by=request.user, ip=ip)
    elif "vouch" in request.POST:
        try:
            vouch_for(recovery, by=request.user, ip=ip)
        except (NotYoursToVouch, RecoveryEnded, AnotherIsOpen):
            messages.error(request, _("Nothing was changed: please read the page once more."))
    return redirect("recovery:vouch", token=recovery.token)


@never_cache
@unguessable
def stop(request, token):
    """From a notice: one press, and no sign-in. Looking stops nothing, for chat programs fetch every link."""
    try:
        recovery = recovery_to_stop(token)
    except (BadSignature, Recovery.DoesNotExist):
        raise Http404 from None
    if request.method == "POST":
        stop_recovery(recovery, ip=get_adapter().get_client_ip(request))
        recovery.refresh_from_db()
    context = {"recovery": recovery, "state": recovery.state(now()), "contact": read_contact(recovery.contact)}
    return unseen(render(request, "organisations/recovery_stop.html", context))
