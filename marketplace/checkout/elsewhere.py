"""Going on in another browser: a basket and what was typed at the checkout move there by an address that works once.

A chat app's browser has no bank app beside it, loses what it was doing, and shares nothing with the phone's own.
What moves lies in a session of its own for an hour; the address names it, signed. It signs nobody in.
"""

from django.contrib.sessions.backends.db import SessionStore
from django.core import signing

from marketplace.basket.models import Basket

from .draft import SESSION

SALT = "checkout.elsewhere"
SECONDS = 60 * 60
CARRIED = "carried"


def pack(request):
    """Lay aside what this guest has gathered; returns the token that fetches it, once, within an hour."""
    basket = request.basket if request.basket.pk and request.basket.owner_id is None else None
    laid_aside = SessionStore()
    laid_aside[CARRIED] = {"basket": basket and basket.pk, "draft": request.session.get(SESSION)}
    laid_aside.set_expiry(SECONDS)
    laid_aside.create()
    return signing.dumps(laid_aside.session_key, salt=SALT)


def unpack(request, token):
    """Take over what the token fetches; returns the guest's basket, or None where there is none. Raises BadSignature.

    A second opening finds nothing: a link that was forwarded shows nobody's address. Of two at once the one that
    deletes the row has it.
    """
    laid_aside = SessionStore(signing.loads(token, salt=SALT, max_age=SECONDS))
    carried = laid_aside.get(CARRIED)
    gone, _rows = SessionStore.get_model_class().objects.filter(pk=laid_aside.session_key).delete()
    if not (carried and gone):
        raise signing.BadSignature("used")
    if carried["draft"]:
        request.session[SESSION] = carried["draft"]
    return Basket.open.filter(pk=carried["basket"], owner=None).first()
