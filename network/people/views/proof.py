"""Before something that matters a person shows once more who she is."""

from functools import wraps

from allauth.account.adapter import get_adapter
from allauth.core.exceptions import ReauthenticationRequired
from django.shortcuts import render

from ..second_factor import signed_in_recently


def recent_sign_in_required(view):
    """For signed-in people. Whoever has an app or a password types that again; all others sign in again."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if signed_in_recently(request):
            return view(request, *args, **kwargs)
        if get_adapter().get_reauthentication_methods(request.user):
            raise ReauthenticationRequired
        return render(request, "people/prove_again.html", {"next": request.path})

    return guarded
