"""Who may open a screen of the desk."""

from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from network.organisations.access import acting_for, has_role, organisations_of

from .deeds import with_deeds


def desk_view(*network_roles, organisation=False):
    """Guard a view of the desk.

    With network roles, one of them is needed. With `organisation=True` the person must act for an
    organisation, which the view finds as `request.organisation`; who acts for several is asked for which
    one. Strangers are sent to sign in and come back; people without the right get a 403 that says whom to ask.
    Nothing that a delegate does in its name goes unwritten (`network.desk.deeds`).
    """

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not request.user.is_authenticated:
                return redirect_to_login(comes_back_to(request))
            request.organisation = acting_for(request)
            if network_roles and not has_role(request.user, *network_roles):
                raise PermissionDenied
            if organisation and request.organisation is None:
                return choose_first(request)
            if not organisation:
                return view(request, *args, **kwargs)
            return with_deeds(request, lambda: view(request, *args, **kwargs))

        return guarded

    return decorate


def choose_first(request):
    """Ask a person of several organisations for whom she acts now. Raises PermissionDenied for one of none."""
    if not organisations_of(request.user).exists():
        raise PermissionDenied
    return redirect_to_login(comes_back_to(request), reverse("desk:choose_organisation"), "next")


def comes_back_to(request):
    """Where a person goes on after signing in: what she sent cannot be opened, so there it is the page she sent it from."""
    if request.method in {"GET", "HEAD"}:
        return request.get_full_path()
    return same_site(request, request.headers.get("Referer", "")) or reverse("desk:today")


def same_site(request, url):
    """The address if it is one of ours, else nothing."""
    return url if url_has_allowed_host_and_scheme(url, {request.get_host()}, require_https=request.is_secure()) else ""
