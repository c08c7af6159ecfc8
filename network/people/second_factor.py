"""Has this session shown a second factor?"""

import time

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.conf import settings

PERIOD = 30


def has_second_factor(user):
    """Has she enrolled one (recovery codes alone are none)?"""
    return Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES).exists()


def has_app(user):
    """Has she an app that shows six digits? Else her second factor is a passkey."""
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()


def showed_second_factor(request):
    """Did this session begin with it, or was it asked for since?"""
    return any(record["method"] == "mfa" for record in get_authentication_records(request, request.user))


def current_code(authenticator):
    """What the person's app shows now: for the demo's mailbox and for tests."""
    secret = decrypt(authenticator.data["secret"])
    return format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD))


def signed_in_recently(request):
    """Has she shown in the last quarter of an hour who she is, with a second factor if she has one?"""
    records = get_authentication_records(request, request.user)
    fresh = [record for record in records if time.time() - record["at"] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT]
    if has_second_factor(request.user):
        return any(record["method"] == "mfa" for record in fresh)
    return bool(fresh)
