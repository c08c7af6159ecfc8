"""Who works for the network shows a second factor before a staff page opens."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from network.people.second_factor import has_app, has_second_factor, showed_second_factor

from .access import roles_of


def needs_second_factor(user):
    """Staff, and everybody who holds a role in the network."""
    return user.is_authenticated and (user.is_staff or bool(roles_of(user)))


class SecondFactorMiddleware:
    """Asks for it once a session; who has none yet sets it up first. Sellers without a network role are left alone."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path_info.startswith(settings.SECOND_FACTOR_PATHS) or not is_missing(request):
            return self.get_response(request)
        return show_second_factor(request)


def show_second_factor(request):
    """To where this session shows it, or sets it up first; and back."""
    if has_second_factor(request.user):
        own = "mfa_reauthenticate" if has_app(request.user) else "mfa_reauthenticate_webauthn"
        return redirect(with_next(own, request))
    messages.info(request, _("You work for the network, so a second step protects your account. It takes a minute."))
    return redirect(with_next("mfa_activate_totp", request))


def is_missing(request):
    return not showed_second_factor(request) and needs_second_factor(request.user)


def with_next(name, request):
    return f"{reverse(name)}?{urlencode({REDIRECT_FIELD_NAME: request.get_full_path()})}"
