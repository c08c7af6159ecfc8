"""How often something may be tried: counted per address of the net and per contact, in the cache all processes share."""

from allauth.core import ratelimit


def may_try(request, action, key=""):
    """Count one try of this action (see ACCOUNT_RATE_LIMITS); False once there were too many."""
    return bool(ratelimit.consume(request, action=action, key=key or action, user=request.user))
