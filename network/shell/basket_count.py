"""The number on the basket: a small cookie that a script reads, so that pages stay the same for everyone."""

from django.conf import settings

COOKIE = "basket_count"
DAYS_30 = 30 * 24 * 60 * 60


def remember_basket_count(response, count):
    """Tell the reader's browser how many pieces (not lines) lie in the basket."""
    if count:
        secure = settings.SESSION_COOKIE_SECURE
        response.set_cookie(COOKIE, str(int(count)), max_age=DAYS_30, secure=secure, samesite="Lax")
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
    return response
