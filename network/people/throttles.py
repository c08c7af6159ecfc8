"""How often something may be tried: counted per address of the net and per contact, in the cache all processes share."""

from allauth.account.adapter import get_adapter
from allauth.core import ratelimit


def may_try(request, action, key=""):
    """Count one try of this action (see ACCOUNT_RATE_LIMITS); False once there were too many."""
    return bool(ratelimit.consume(request, action=action, key=key or action, user=request.user))


def address_of(request):
    """The reader's own address of the net, as far as our proxies tell the truth (TRUSTED_PROXIES): django-ratelimit asks here."""
    return get_adapter().get_client_ip(request)
