"""Signing in, signing out and what keeps an account safe, under `/<language>/account/`.

allauth's own names stay where it redirects by name. Of its pages only these are mounted.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import include, path

from .views.line import line_cancelled
from .views.passes import open_pass
from .views.passkeys import add_passkey, passkey_sign_in
from .views.sessions import my_sessions
from .views.sign_in import password_sign_in, sign_in, sign_in_code, sign_out
from .views.staff import change_password, set_password

own = [
    path("sign-in/code/", sign_in_code, name="sign_in_code"),
    path("sign-in/password/", password_sign_in, name="password_sign_in"),
    path("pass/<str:token>/", open_pass, name="pass"),
]

urlpatterns = [
    path("", include((own, "people"))),
    path("sign-in/", sign_in, name="account_login"),
    path("sign-in/cancelled/", line_cancelled, name="socialaccount_login_cancelled"),
    path("sign-out/", sign_out, name="account_logout"),
    path("closed/", account.account_inactive, name="account_inactive"),
    path("confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", change_password, name="account_change_password"),
    path("password/first/", set_password, name="account_set_password"),
    path("sessions/", my_sessions, name="usersessions_list"),
    path("second-step/", mfa.index, name="mfa_index"),
    path("second-step/code/", mfa.authenticate, name="mfa_authenticate"),
    path("second-step/confirm/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("second-step/begin/", totp.activate_totp, name="mfa_activate_totp"),
    path("second-step/end/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("second-step/paper/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("second-step/paper/new/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("passkeys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("passkeys/new/", add_passkey, name="mfa_add_webauthn"),
    path("passkeys/confirm/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("passkeys/sign-in/", passkey_sign_in, name="mfa_login_webauthn"),
    path("passkeys/<int:pk>/name/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("passkeys/<int:pk>/remove/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
]
