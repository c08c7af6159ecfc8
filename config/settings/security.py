"""Safe by default; plain HTTP on this machine is the one exception, and production refuses it."""

from csp.constants import NONCE, NONE, SELF, UNSAFE_INLINE

from .environment import env

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 30 * 24 * 60 * 60
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500

# Where forms may lead: ourselves, and the payment provider's page.
PAYMENT_PAGES = env.list("PAYMENT_PAGES", default=["https://checkout.stripe.com"])

# Whom somebody tells who has found a hole: an address for mail, or of a page with https:// before it.
SECURITY_CONTACT = env("SECURITY_CONTACT", default="")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:", "blob:"],
        "form-action": [SELF, *PAYMENT_PAGES],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}

# Wagtail's and Oscar's screens write styles and scripts into their pages, and none of them makes code out of words:
# docs/adr/0060. Django's admin needs nothing of the kind and keeps the strict policy.
STAFF_PATHS = ("/cms/", "/dashboard/", "/django-admin/")
WIDER_PATHS = ("/cms/", "/dashboard/")
WIDER_CONTENT_SECURITY_POLICY = {
    **CONTENT_SECURITY_POLICY["DIRECTIVES"],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}
