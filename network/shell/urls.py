"""Addresses of this room."""

from django.urls import path

from network.shell import views

urlpatterns = [
    path("language/<slug:code>/", views.choose_language, name="choose-language"),
    path("styleguide/", views.styleguide, name="styleguide"),
]
