"""What allauth reports: LINE was joined to an account, a second factor came or went."""

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from allauth.socialaccount.signals import social_account_added, social_account_removed
from allauth.usersessions.internal.flows.sessions import end_other_sessions
from django.dispatch import receiver

from .messages import tell
from .models import User


@receiver(social_account_added)
def keep_line_uid(request, sociallogin, **kwargs):
    """The uid is the address of a push message."""
    account = sociallogin.account
    User.objects.filter(pk=account.user_id, line_uid=None).update(line_uid=account.uid)


@receiver(social_account_removed)
def drop_line_uid(request, socialaccount, **kwargs):
    reachable = User.objects.filter(pk=socialaccount.user_id).exclude(email=None, phone=None)
    reachable.update(line_uid=None)


@receiver(authenticator_added)
def note_second_factor(request, user, authenticator, **kwargs):
    """This session has just shown it; the others have not, so they end."""
    if authenticator.type == Authenticator.Type.TOTP:
        record_authentication(request, user, method="mfa", type=authenticator.type, reauthenticated=True)
        end_other_sessions(request, user)


@receiver(authenticator_removed)
def tell_of_removal(request, user, authenticator, **kwargs):
    if authenticator.type == Authenticator.Type.TOTP:
        tell(user, "people/messages/second_factor_removed")
