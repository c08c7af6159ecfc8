"""The desk's own screens: today, all screens, help, undo, and for whom one acts."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from network.organisations.access import act_for, organisations_of

from .access import desk_view, same_site
from .joining import Checklist
from .registry import figures_for, screens_for, undoers
from .undo import read_undo


@require_safe
@desk_view()
def today(request):
    if request.organisation is None and organisations_of(request.user).exists():
        return redirect("desk:choose_organisation")
    figures = figures_for(request)
    return render(
        request,
        "desk/today.html",
        {
            "figures": figures,
            "screens": screens_for(request),
            "next_figure": next((f for f in figures if f.urgent), None),
            "checklist": Checklist(request) if request.organisation else None,
        },
    )


@require_safe
@desk_view()
def help_page(request):
    return render(request, "desk/help.html", {"came_from": same_site(request, request.GET.get("from", ""))})


@desk_view()
def choose_organisation(request):
    """A person who works for several says for which one she acts now."""
    organisations = organisations_of(request.user)
    if request.method == "POST":
        chosen = organisations.filter(public_id=request.POST.get("organisation", "")).first()
        if chosen is None:
            raise Http404
        act_for(request, chosen)
        return HttpResponseRedirect(same_site(request, request.GET.get("next", "")) or reverse("desk:today"))
    return render(request, "desk/choose_organisation.html", {"organisations": organisations})


@require_POST
@desk_view()
def undo(request):
    wanted = read_undo(request, request.POST.get("note", ""))
    if wanted is None or wanted[0] not in undoers:
        messages.info(request, _("It is too late to undo this here. You can still change it on its page."))
    else:
        name, arguments = wanted
        import_string(undoers[name])(request, **arguments)
    return HttpResponseRedirect(same_site(request, request.POST.get("next", "")) or reverse("desk:today"))
