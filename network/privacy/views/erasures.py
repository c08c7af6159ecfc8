"""Asking to be forgotten, and taking it back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from network.shell.slow_down import unguessable

from ..actions.erasure import GRACE, ask_to_be_forgotten, take_back, what_is_open
from ..exceptions import NothingWaits, StillOpen
from ..forms import EraseForm
from ..models import Erasure
from ..proof import fresh_proof_required, guest_in_words


@never_cache
@fresh_proof_required
def erase(request, subject):
    """What goes, what stays and why; asked for with a tick, for a slip of the finger shall not do it."""
    if Erasure.objects.of(subject).waiting().exists():
        return redirect("privacy:index")
    form = EraseForm(request.POST or None)
    reasons = what_is_open(subject)
    if form.is_valid() and not reasons:
        try:
            ask_to_be_forgotten(subject, language=get_language())
        except StillOpen as error:
            reasons = error.reasons
        else:
            messages.success(request, _("We have noted it. Until then you can take it back here."))
            return redirect("privacy:index")
    context = {"form": form, "reasons": reasons, "days": GRACE.days, "guest": guest_in_words(subject)}
    return render(request, "privacy/erase.html", context, status=422 if request.method == "POST" else None)


@never_cache
@unguessable
def back(request, token):
    """From the link in a message: whoever reads the messages of a person may keep her from being erased."""
    erasure = get_object_or_404(Erasure.objects.select_related("user"), token=token)
    if request.method == "POST":
        try:
            take_back(erasure)
        except NothingWaits:
            erasure.refresh_from_db()
    answer = render(request, "privacy/take_back.html", {"erasure": erasure})
    answer["Referrer-Policy"] = "same-origin"  # the address is a key: no other site hears of it
    return answer
