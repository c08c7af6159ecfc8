"""People of an organisation: find one, add one, and let one in who cannot get a code."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from network.organisations.actions import welcome_person
from network.organisations.forms import WelcomeForm
from network.organisations.models import Membership
from network.organisations.passes import may_make_pass, people_in_reach
from network.people.actions.passes import LASTS, make_pass
from network.people.throttles import may_try
from network.shell.qr import qr_svg
from network.shell.slow_down import slow_down

from .access import desk_view
from .desk_screens import helps_members

SHOWN = 30


def helpers_only(view):
    """Coordinators and owners; the others get a 403."""

    @desk_view()
    def guarded(request, *args, **kwargs):
        if not helps_members(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return never_cache(guarded)


@require_safe
@helpers_only
def people(request):
    """By name, phone, e-mail or organisation; the newest first."""
    text = request.GET.get("q", "").strip()
    found = people_in_reach(request.user)
    for word in text.split():
        group = Q(organisation__texts__name__icontains=word) | Q(organisation__slug=word)
        found = found.filter(
            Q(first_name__icontains=word)
            | Q(last_name__icontains=word)
            | Q(email__icontains=word)
            | Q(phone__contains=word.lstrip("0").replace("-", ""))
            | Q(pk__in=Membership.objects.standing().filter(group).values("user"))
        )
    found = found.prefetch_related("memberships__organisation__texts").order_by("-pk")[:SHOWN]
    return render(request, "desk/members/people.html", {"text": text, "people": found})


@helpers_only
def welcome(request):
    form = WelcomeForm(request.POST or None, helper=request.user)
    if form.is_valid():
        person = welcome_person(by=request.user, **form.cleaned_data)
        if person:
            messages.success(request, _("%(name)s belongs to it now.") % {"name": person})
        else:
            messages.info(request, _("This contact has an account. We have asked there; a coordinator can help too."))
        return redirect("desk_members:people")
    return render(request, "desk/members/welcome.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@helpers_only
def show_pass(request, public_id):
    """A fresh pass, shown once: a reload asks before it makes another."""
    person = get_object_or_404(people_in_reach(request.user), public_id=public_id)
    if not may_make_pass(request.user, person):
        messages.error(request, _("This person signs in without your help: by code, LINE or password."))
        return redirect("desk_members:people")
    if not may_try(request, "pass_made"):
        return slow_down(request)
    _made, token = make_pass(person, by=request.user)
    with override(person.language):
        address = request.build_absolute_uri(f"{reverse('people:pass', args=[token])}?next={reverse('desk:today')}")
    context = {
        "person": person,
        "address": address,
        "qr": qr_svg(address),
        "minutes": LASTS.seconds // 60,
    }
    return render(request, "desk/members/pass.html", context)
