"""Addresses without a language: LINE's callback, the demo's mailbox, and the doors that ours replace."""

from allauth.account.views import logout
from django.urls import path

from .views.line import line_callback, line_login, line_webhook
from .views.mailbox import mailbox
from .views.staff import to_our_password, to_our_sign_in

urlpatterns = [
    path("account/line/", line_login, name="line_login"),
    path("account/line/callback/", line_callback, name="line_callback"),
    path("line/webhook/", line_webhook, name="line_webhook"),
    path("demo/mailbox/", mailbox, name="mailbox"),
    path("cms/login/", to_our_sign_in),
    path("cms/password_reset/", to_our_sign_in),
    path("dashboard/login/", to_our_sign_in),
    path("django-admin/login/", to_our_sign_in),
    # Django's asks for no recent proof, and tells nobody.
    path("django-admin/password_change/", to_our_password),
    # Wagtail's drops the session for a mere GET.
    path("cms/logout/", logout),
    path("dashboard/logout/", logout),
    path("django-admin/logout/", logout),
]
