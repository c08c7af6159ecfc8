"""Who works for the network: an administrator gives and takes back roles, and everybody's are seen here."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from network.organisations.actions import RoleRefused, give_role, take_role_back
from network.organisations.models import NetworkRole
from network.people.actions.sign_in import person_with
from network.people.views.proof import recent_sign_in_required

from .access import desk_view
from .role_forms import DUTIES, RoleForm

LATELY = 20


@never_cache
@desk_view("admin")
@recent_sign_in_required
def roles(request):
    """Everybody who holds one, the form that gives one, and what was taken back lately."""
    form = RoleForm(request.POST or None)
    if form.is_valid() and given(request, form):
        return redirect("desk:roles")
    held = NetworkRole.objects.select_related("user", "granted_by", "ended_by")
    context = {
        "form": form,
        "held": held.standing().order_by("user__first_name", "user_id", "role"),
        "ended": held.exclude(ended_at=None).order_by("-ended_at")[:LATELY],
    }
    return render(request, "desk/roles/roles.html", context, status=422 if form.errors else 200)


def given(request, form):
    told = form.cleaned_data
    new = {name: told[name] for name in ("first_name", "last_name")}
    try:
        person, _created = person_with(told["contact"], **new)
        give_role(person, told["role"], by=request.user)
    except RoleRefused as refused:
        form.add_error("role", refused.text)
        return False
    duty = NetworkRole.Role(told["role"]).label
    messages.success(request, _("%(name)s has the role: %(role)s.") % {"name": person, "role": duty})
    return True


@never_cache
@desk_view("admin")
@recent_sign_in_required
def end_role(request, public_id, role):
    """Asked once more before it is done."""
    standing = NetworkRole.objects.standing().select_related("user", "granted_by")
    held = get_object_or_404(standing, user__public_id=public_id, role=role)
    if request.method != "POST":
        return render(request, "desk/roles/end_role.html", {"held": held, "duty": DUTIES[held.role]})
    try:
        take_role_back(held.user, held.role, by=request.user)
    except RoleRefused as refused:
        messages.error(request, refused.text)
        return redirect("desk:roles")
    messages.success(request, _("%(name)s has this role no longer.") % {"name": held.user})
    return redirect("desk:roles" if held.user != request.user else "desk:today")
