"""Passwords of staff, and the foreign sign-in pages that lead to ours."""

from functools import wraps

from allauth.account.utils import get_next_redirect_url
from allauth.account.views import password_change, password_set
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from .proof import recent_sign_in_required


def to_our_sign_in(request):
    """One sign-in for the whole house."""
    wanted = get_next_redirect_url(request)
    return redirect_to_login(wanted) if wanted else redirect("account_login")


def to_our_password(request):
    """And one page on which staff change a password."""
    return redirect("account_change_password")


def staff_only(view):
    """Everybody else signs in by code and has no password to lose."""

    @wraps(view)
    @never_cache
    @login_required
    def guarded(request, *args, **kwargs):
        if not request.user.is_staff:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


change_password = staff_only(recent_sign_in_required(password_change))
set_password = staff_only(recent_sign_in_required(password_set))
