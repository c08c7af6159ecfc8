"""A new member's first steps, and the page where it says who it is."""

from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.organisations.access import delegation_of
from network.organisations.actions import describe_organisation
from network.organisations.forms import AboutForm
from network.organisations.onboarding import steps_of

from .access import desk_view


@dataclass(frozen=True)
class ShownStep:
    title: str
    is_done: bool
    address: str
    waits_for_her: bool


class Checklist:
    """The steps of the organisation that this person acts for, as a page shows them."""

    def __init__(self, request):
        self.organisation = request.organisation
        is_delegate = delegation_of(request.user, request.organisation) is not None
        self.steps = [shown(step, is_done, is_delegate) for step, is_done in steps_of(request.organisation)]

    @property
    def missing(self):
        return [step for step in self.steps if not step.is_done]

    @property
    def done(self):
        return len(self.steps) - len(self.missing)

    @property
    def next(self):
        """The first that she can take now."""
        return next((step for step in self.missing if step.address), None)


def shown(step, is_done, is_delegate):
    waits = step.by_herself and is_delegate
    return ShownStep(step.title, is_done, "" if waits else reverse(step.url_name), waits)


@require_safe
@desk_view(organisation=True)
def steps(request):
    return render(request, "desk/joining/steps.html", {"checklist": Checklist(request)})


@desk_view(organisation=True)
def about(request):
    organisation = request.organisation
    form = AboutForm(request.POST or None, organisation=organisation, by=request.user)
    if form.is_valid():
        describe_organisation(organisation, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("desk:steps")
    context = {"form": form, "organisation": organisation}
    return render(request, "desk/joining/about.html", context, status=422 if form.errors else 200)
