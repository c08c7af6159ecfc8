"""Addresses without a language: LINE's callback, the demo's mailbox, and the sign-in pages that ours replaces."""

from allauth.socialaccount.providers.line import views as line
from django.urls import path

from .views.mailbox import mailbox
from .views.staff import to_our_sign_in

urlpatterns = [
    path("account/line/", line.oauth2_login, name="line_login"),
    path("account/line/callback/", line.oauth2_callback, name="line_callback"),
    path("demo/mailbox/", mailbox, name="mailbox"),
    path("cms/login/", to_our_sign_in),
    path("cms/password_reset/", to_our_sign_in),
    path("dashboard/login/", to_our_sign_in),
    path("django-admin/login/", to_our_sign_in),
]
