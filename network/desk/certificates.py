"""Certificates at the desk: a member hands them in, a reviewer or coordinator compares them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from network.organisations.actions import enter_certificate, judge_certificate, may_judge, withdraw_certificate
from network.organisations.certificate_forms import CertificateForm, CertificateRefusalForm
from network.organisations.certified import JUDGES, certificates_for, certificates_to_judge, things_of, today
from network.organisations.models import Certificate

from .access import desk_view

SHOWN = 100


class Row:
    """A certificate as the desk shows it."""

    WORDS = {
        "waiting": (gettext_lazy("Is being checked"), "marigold", "waiting"),
        "shown": (gettext_lazy("Shown to buyers"), "palm", "verified"),
        "over": (gettext_lazy("No longer valid"), "clay", "clock"),
        "refused": (gettext_lazy("Not accepted"), "rose", "stop"),
        "withdrawn": (gettext_lazy("Taken back"), "", "stop"),
    }

    def __init__(self, certificate, titles):
        self.certificate = certificate
        self.state = certificate.state_on(today())
        self.words, self.tone, self.icon = self.WORDS[self.state]
        self.about = titles.get(certificate.about, "")

    @property
    def may_be_taken_back(self):
        return self.state in {"waiting", "shown"}


@require_safe
@never_cache
@desk_view(organisation=True)
def certificates(request):
    titles = dict(things_of(request.organisation))
    found = Certificate.objects.filter(organisation=request.organisation)[:SHOWN]
    return render(request, "desk/certificates/own.html", {"rows": [Row(one, titles) for one in found]})


@never_cache
@desk_view(organisation=True)
def new_certificate(request):
    form = CertificateForm(request.POST or None, request.FILES or None, organisation=request.organisation)
    if form.is_valid():
        told = form.cleaned_data
        enter_certificate(request.organisation, public_id=told.pop("key"), by=request.user, **told)
        messages.success(request, _("Handed in. Somebody of the network compares it; then buyers see it."))
        return redirect("desk:certificates")
    return render(request, "desk/certificates/new.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@desk_view(organisation=True)
def withdraw(request, public_id):
    mine = Certificate.objects.filter(organisation=request.organisation)
    withdraw_certificate(get_object_or_404(mine, public_id=public_id), by=request.user)
    messages.success(request, _("Taken back. Nobody sees it any more."))
    return redirect("desk:certificates")


@require_safe
@never_cache
@desk_view()
def picture(request, public_id):
    certificate = get_object_or_404(certificates_for(request.user), public_id=public_id)
    headers = {"Cache-Control": "private, no-store"}
    return FileResponse(certificate.picture.open("rb"), content_type="image/jpeg", headers=headers)


@require_safe
@never_cache
@desk_view(*JUDGES)
def waiting(request):
    found = certificates_to_judge(request.user).select_related("organisation", "entered_by").order_by("entered_at")
    return render(request, "desk/certificates/waiting.html", {"certificates": found[:SHOWN]})


@never_cache
@desk_view(*JUDGES)
def judge(request, public_id):
    """Compare it with the photo and with its issuer's list: right, or not."""
    known = Certificate.objects.select_related("organisation", "entered_by")
    certificate = get_object_or_404(known, public_id=public_id)
    form = CertificateRefusalForm(request.POST if request.POST.get("verdict") == "refuse" else None)
    if request.method == "POST" and say_verdict(request, certificate, form):
        return redirect("desk:waiting_certificates")
    about = dict(things_of(certificate.organisation)).get(certificate.about, "")
    context = {
        "certificate": certificate,
        "about": about,
        "form": form,
        "own": not may_judge(request.user, certificate),
    }
    return render(request, "desk/certificates/judge.html", context, status=422 if form.errors else 200)


def say_verdict(request, certificate, form):
    """Whether there is nothing left to fill in."""
    verdict = request.POST.get("verdict")
    if verdict == "refuse" and not form.is_valid():
        return False
    if verdict not in {"refuse", "verify"}:
        raise PermissionDenied
    done = judge_certificate(certificate, by=request.user, **form.cleaned_data if verdict == "refuse" else {})
    words = {"verify": _("Verified. Buyers see the badge now."), "refuse": _("Not accepted. Its people are told why.")}
    messages.success(request, words[verdict] if done else _("Somebody has judged it already."))
    return True
