"""The network's own account, at the desk: two people decide where everybody's money arrives."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from network.desk.access import desk_view
from network.people.views.proof import recent_sign_in_required

from .actions import check_holder, drop_holder, name_holder
from .exceptions import PayoutError
from .holder_forms import HolderForm
from .models import HolderAccount

ROLES = ("treasurer", "admin")


@require_safe
@never_cache
@desk_view(*ROLES)
def holder(request):
    """The one in use, and the one that waits for a second person."""
    people = HolderAccount.objects.select_related("first_verifier", "second_verifier")
    context = {"current": people.filter(is_default=True).first(), "waiting": people.waiting().first()}
    return render(request, "payments/holder.html", context)


@never_cache
@desk_view(*ROLES)
@recent_sign_in_required
def new_holder(request):
    form = HolderForm(request.POST or None)
    if form.is_valid():
        try:
            name_holder(**form.cleaned_data, by=request.user)
        except PayoutError as error:
            form.add_error(None, error.text)
        else:
            messages.success(request, _("Noted. Nothing is received there until a second person has checked it."))
            return redirect("payments_desk:holder")
    return render(request, "payments/holder_new.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@never_cache
@desk_view(*ROLES)
@recent_sign_in_required
def judge_holder(request, public_id):
    """Right, or not."""
    account = get_object_or_404(HolderAccount, public_id=public_id, organisation=None)
    try:
        match request.POST.get("verdict"):
            case "check":
                check_holder(account, by=request.user)
                messages.success(request, _("Checked. The network receives into this account from now on."))
            case "drop":
                drop_holder(account)
                messages.success(request, _("Dropped. Nothing goes there."))
            case _other:
                raise Http404
    except PayoutError as error:
        messages.error(request, error.text)
    return redirect("payments_desk:holder")
