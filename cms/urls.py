"""Readers' addresses under a language. Wagtail's own pattern, which links are made from, stands right behind it."""

from django.urls import path, re_path

from network.people.views.staff import to_our_sign_in

from . import views

urlpatterns = [
    # Wagtail's own form would take a password as often as one likes, and asks for no second step.
    path("_util/login/", to_our_sign_in),
    re_path(r"^(?!_util/)((?:[\w\-]+/)*)$", views.page, name="page"),
]
