"""Making a passkey and coming in with one; listing, renaming and removing are allauth's as they stand."""

from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import AddWebAuthnView, LoginWebAuthnView
from django.http import JsonResponse
from django.views.decorators.cache import never_cache


class AddPasskeyView(AddWebAuthnView):
    """One that needs nothing beside it: it is kept on the device, and asks whose finger it is."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)  # asks for one that needs more beside it: ours replaces that
        return context | {"js_data": auth.begin_registration(self.request.user, passwordless=True)}


class PasskeySignInView(LoginWebAuthnView):
    """The script asks for what a passkey needs with a plain GET."""

    def get(self, request, *args, **kwargs):
        return JsonResponse(auth.begin_authentication(user=None))


add_passkey = never_cache(AddPasskeyView.as_view())
passkey_sign_in = never_cache(PasskeySignInView.as_view())
