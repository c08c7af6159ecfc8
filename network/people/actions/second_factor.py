"""The second factor: TOTP from an authenticator app, with recovery codes on paper."""

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret


def enrol_totp(user, *, secret=None):
    """Enrol this person without her phone at hand (demo content, tests); her TOTP as it stands if she has one."""
    found = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
    if found:
        return found
    enrolled = TOTP.activate(user, secret or generate_totp_secret()).instance
    RecoveryCodes.activate(user)
    return enrolled
