"""Where allauth asks what this house does: contacts, LINE, and secrets at rest."""

import base64
import hashlib
import io

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from network.shell.identity import identity

from .models import User
from .templatetags.devices import device


class AccountAdapter(DefaultAccountAdapter):
    """People come by code, LINE or a pass; allauth's own sign-up form is not mounted."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": gettext_lazy("This e-mail and this password do not go together."),
        "incorrect_password": gettext_lazy("This is not your password."),
        "too_many_login_attempts": gettext_lazy("That was tried too often. Please wait a quarter of an hour."),
        "rate_limited": gettext_lazy("That was tried too often. Please wait a quarter of an hour."),
    }

    def is_open_for_signup(self, request):
        return False

    def clean_password(self, password, user=None):
        """Django's judges, in one sentence that says what helps."""
        try:
            return super().clean_password(password, user)
        except ValidationError:
            raise ValidationError(
                _("Too short, too common, or too much like your name. Take three or four words.")
            ) from None

    def is_safe_url(self, url):
        """Our own host and nothing else; the browser's idea of a host, not Python's."""
        request = context.request
        return url_has_allowed_host_and_scheme(url, {request.get_host()}, require_https=request.is_secure())

    def get_password_change_redirect_url(self, request):
        return reverse(settings.LOGIN_REDIRECT_URL)

    def get_reauthentication_methods(self, user):
        """Who has a second factor shows that one: a password alone would be the weaker proof."""
        methods = super().get_reauthentication_methods(user)
        return [method for method in methods if method["id"].startswith("mfa")] or methods

    def add_message(self, request, level, message_template=None, message_context=None, extra_tags="", message=None):
        """Only what somebody needs to know: that she is in or out, she sees."""
        if message_template not in QUIET:
            super().add_message(request, level, message_template, message_context, extra_tags, message)


QUIET = {"account/messages/logged_in.txt", "account/messages/logged_out.txt"}


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """LINE gives an id and a name. It never joins two accounts: e-mail addresses are proved by code only."""

    def is_open_for_signup(self, request, sociallogin):
        return True

    def populate_user(self, request, sociallogin, data):
        user = sociallogin.user
        user.email = None
        user.line_uid = sociallogin.account.uid
        user.first_name = (sociallogin.account.extra_data.get("displayName") or "")[:150]
        user.language = get_language()
        return user

    def save_user(self, request, sociallogin, form=None):
        """A person whose LINE we already knew comes back to herself, her password untouched."""
        known = User.objects.filter(line_uid=sociallogin.account.uid).first()
        if known is None:
            return super().save_user(request, sociallogin, form)
        sociallogin.user = known
        sociallogin.save(request, connect=True)
        return known

    def get_connect_redirect_url(self, request, socialaccount):
        return reverse(settings.LOGIN_REDIRECT_URL)


class MFAAdapter(DefaultMFAAdapter):
    """Keys are encrypted in the database; the QR is drawn by the house's own encoder."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy("This is not the code. Wait for the next one in your app and type that."),
    }

    def encrypt(self, text):
        return fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        return fernet().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user, type):
        """What its owner will know it by: the device she makes it on."""
        return device(context.request.headers.get("User-Agent", ""))

    def get_totp_issuer(self):
        return identity().site["en"]

    def get_public_key_credential_rp_entity(self):
        return super().get_public_key_credential_rp_entity() | {"name": identity().site["en"]}

    def build_totp_svg(self, url):
        drawing = io.BytesIO()
        segno.make(url).save(drawing, kind="svg", border=4, scale=4, light="white", xmldecl=False)
        return drawing.getvalue().decode()


def fernet():
    """Keys from SECRET_KEY and its fallbacks, so that a rotated secret locks nobody out."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet(
        [Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"mfa:{s}".encode()).digest())) for s in secrets]
    )
