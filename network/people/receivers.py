"""What allauth reports: LINE was joined to an account, a second factor came, went or was used, a password changed."""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import password_changed, password_set
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_used
from allauth.socialaccount.signals import social_account_added, social_account_removed
from allauth.usersessions.internal.flows.sessions import end_other_sessions
from django.dispatch import receiver

from .messages import leave_line, tell_everywhere
from .models import User

STEPS = {Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN}


@receiver(social_account_added)
def keep_line_uid(request, sociallogin, **kwargs):
    """The uid is the address of a push message."""
    account = sociallogin.account
    User.objects.filter(pk=account.user_id, line_uid=None).update(line_uid=account.uid, line_reachable=True)


@receiver(social_account_removed)
def drop_line_uid(request, socialaccount, **kwargs):
    reachable = User.objects.filter(pk=socialaccount.user_id).exclude(email=None, phone=None)
    if reachable.update(line_uid=None):
        leave_line(User.objects.get(pk=socialaccount.user_id))


@receiver(authenticator_added)
def note_second_factor(request, user, authenticator, **kwargs):
    """This session has just shown it; the others have not, so they end."""
    if authenticator.type in STEPS:
        record_authentication(request, user, method="mfa", type=authenticator.type, reauthenticated=True)
        end_other_sessions(request, user)
    if authenticator.type == Authenticator.Type.WEBAUTHN:
        tell_everywhere(user, "people/messages/passkey_added", {"device": authenticator.wrap().name})


@receiver(authenticator_removed)
def tell_of_removal(request, user, authenticator, **kwargs):
    if authenticator.type == Authenticator.Type.TOTP:
        tell_everywhere(user, "people/messages/second_factor_removed")
    if authenticator.type == Authenticator.Type.WEBAUTHN:
        tell_everywhere(user, "people/messages/passkey_removed", {"device": authenticator.wrap().name})


@receiver(authenticator_used)
def tell_of_recovery_code(request, user, authenticator, **kwargs):
    """Codes on paper are few, and a thief's use of one must not pass unseen."""
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        authenticator.refresh_from_db()  # the form marked the code in an object of its own
        left = len(authenticator.wrap().get_unused_codes())
        tell_everywhere(user, "people/messages/recovery_code_used", {"left": left})


@receiver([password_changed, password_set])
def tell_of_password(request, user, **kwargs):
    tell_everywhere(user, "people/messages/password_changed")
