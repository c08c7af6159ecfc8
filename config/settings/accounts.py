"""Who may come in, and how: a code, LINE or a coordinator's pass; a password only for staff, with a second factor."""

from .environment import env

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "me:index"
LOGOUT_REDIRECT_URL = "/"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

ACCOUNT_ADAPTER = "network.people.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
# The one truth about contacts is the User; nothing of ours reads allauth's own table of addresses.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_TIMEOUT = 10 * 60
ACCOUNT_FORMS = {
    "login": "network.people.forms.PasswordSignInForm",
    "reauthenticate": "network.people.forms.PasswordAgainForm",
    "set_password": "network.people.forms.NewPasswordForm",
    "change_password": "network.people.forms.OtherPasswordForm",
}
# Amount per time and who is counted: an address of the net, or a key (a contact, a person).
ACCOUNT_RATE_LIMITS = {
    "code_sent": "20/m/ip,5/15m/key",
    "code_tried": "30/m/ip,10/15m/key",
    "pass_made": "60/h/user",
    "pass_tried": "30/m/ip",
    "recovery_asked": "10/h/ip,3/d/key",
    "recovery_judged": "30/h/user",
    "data_asked": "30/h/ip,5/15m/key",
    "login": "30/m/ip",
    "login_failed": "30/m/ip,10/15m/key",
}
# How many proxies of ours stand in front: the address they report is believed, no other.
RATELIMIT_IP_META_KEY = "network.people.throttles.address_of"
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=0)

MFA_ADAPTER = "network.people.adapters.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Phones' clocks are not exact; a code that was used does not work again all the same.
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": "network.people.forms.SecondFactorForm",
    "reauthenticate": "network.people.forms.SecondFactorAgainForm",
    "activate_totp": "network.people.forms.FirstCodeForm",
    "add_webauthn": "network.people.passkeys.NewPasskeyForm",
    "edit_webauthn": "network.people.passkeys.PasskeyNameForm",
    "login_webauthn": "network.people.passkeys.PasskeySignInForm",
    "authenticate_webauthn": "network.people.passkeys.PasskeyStepForm",
    "reauthenticate_webauthn": "network.people.passkeys.PasskeyAgainForm",
}
# Who holds a role in the network shows a second factor before any of these.
SECOND_FACTOR_PATHS = ("/cms/", "/dashboard/", "/django-admin/", "/desk/")

LINE_CHANNEL_ID = env("LINE_CHANNEL_ID", default="")
LINE_CHANNEL_SECRET = env("LINE_CHANNEL_SECRET", default="")
SOCIALACCOUNT_ADAPTER = "network.people.adapters.SocialAccountAdapter"
SOCIALACCOUNT_EMAIL_REQUIRED = False
SOCIALACCOUNT_QUERY_EMAIL = False
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS = {
    "line": {
        "APPS": [{"client_id": LINE_CHANNEL_ID, "secret": LINE_CHANNEL_SECRET, "key": ""}] if LINE_CHANNEL_ID else [],
        # No e-mail: it must be applied for, may be empty, and proves nothing here.
        "SCOPE": ["profile", "openid"],
        # Offers to add the Official Account, which alone can push messages to this person.
        "AUTH_PARAMS": {"bot_prompt": "normal"},
    }
}
