"""Requests with thirty days, breaches with seventy-two hours."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from network.clock import now
from network.desk.access import desk_view

from .actions.requests import answer_request, decide_breach, note_breach, note_request
from .forms import AnswerForm, BreachForm, DecisionForm, RequestForm
from .models import Breach, DataRequest, Erasure

ROLE = "admin"
LATELY = 30


@require_safe
@never_cache
@desk_view(ROLE)
def overview(request):
    at = now()
    people = DataRequest.objects.select_related("user")
    context = {
        "requests": [(one, one.runs_short(at)) for one in people.open()],
        "answered": people.answered()[:LATELY],
        "breaches": Breach.objects.unreported(),
        "decided": Breach.objects.exclude(decided_at=None)[:LATELY],
        "erasures": Erasure.objects.waiting().count(),
    }
    return render(request, "privacy/desk_overview.html", context)


@never_cache
@desk_view(ROLE)
def new_request(request):
    form = RequestForm(request.POST or None)
    if form.is_valid():
        noted = note_request(by=request.user, **form.cleaned_data)
        messages.success(request, _("Noted. The clock runs."))
        return redirect("privacy_desk:request", noted.public_id)
    context = {"form": form, "title": _("Note a request"), "label": _("Note it")}
    return render(request, "privacy/desk_form.html", context, status=422 if form.errors else None)


@never_cache
@desk_view(ROLE)
def data_request(request, public_id):
    asked = get_object_or_404(DataRequest.objects.select_related("user", "answered_by"), public_id=public_id)
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        if answer_request(asked, by=request.user, **form.cleaned_data):
            messages.success(request, _("Written down. She is told, if we know how to reach her."))
        return redirect("privacy_desk:overview")
    context = {"asked": asked, "form": form, "late": asked.runs_short(now())}
    return render(request, "privacy/desk_request.html", context, status=422 if form.errors else None)


@never_cache
@desk_view(ROLE)
def new_breach(request):
    form = BreachForm(request.POST or None, initial={"noticed_at": localtime(now())})
    if form.is_valid():
        noted = note_breach(by=request.user, **form.cleaned_data)
        messages.success(request, _("Noted. The clock runs."))
        return redirect("privacy_desk:breach", noted.public_id)
    context = {"form": form, "title": _("Note a breach"), "label": _("Note it")}
    return render(request, "privacy/desk_form.html", context, status=422 if form.errors else None)


@never_cache
@desk_view(ROLE)
def breach(request, public_id):
    found = get_object_or_404(Breach.objects.select_related("noted_by", "decided_by"), public_id=public_id)
    form = DecisionForm(request.POST or None)
    if form.is_valid():
        if decide_breach(found, by=request.user, **form.cleaned_data):
            messages.success(request, _("Written down. The clock has stopped."))
        return redirect("privacy_desk:overview")
    context = {"breach": found, "form": form, "late": found.decided_at is None and found.due_at < now()}
    return render(request, "privacy/desk_breach.html", context, status=422 if form.errors else None)
