"""What the site is called and what it looks like, changed by an administrator without touching its code."""

from dataclasses import replace

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from network.people.views.proof import recent_sign_in_required
from network.places.models import Province
from network.shell.identity import identity, keep
from network.shell.sign import draw_sign

from .access import desk_view
from .site_forms import SiteForm


@never_cache
@desk_view("admin")
@recent_sign_in_required
def site(request):
    whose = identity()
    form = SiteForm(request.POST or None, request.FILES or None, whose=whose)
    if form.is_valid():
        try:
            keep(replace(whose, **form.names, colour=form.cleaned_data["colour"], sign=sign_of(form, whose)))
        except OSError:
            form.add_error(
                None, _("It could not be written down. Whoever looks after the machine asks its doctor why.")
            )
        else:
            messages.success(request, _("Saved. Every page says so from now on."))
            return redirect("desk:site")
    province = Province.objects.with_texts().filter(code=whose.province).first()
    context = {"form": form, "province": province}
    return render(request, "desk/site.html", context, status=422 if form.errors else 200)


def sign_of(form, whose):
    if form.cleaned_data["sign"]:
        return draw_sign(form.cleaned_data["sign"])
    return "" if form.cleaned_data.get("no_sign") else whose.sign
