"""Addresses of this room."""

from django.urls import path

from network.shell import installed, views

urlpatterns = [
    path("manifest.webmanifest", installed.manifest, name="manifest"),
    path("theme.css", installed.theme, name="theme"),
    path("sw.js", installed.worker, name="service-worker"),
    path("language/<slug:code>/", views.choose_language, name="choose-language"),
    path(".well-known/security.txt", views.security_txt, name="security-txt"),
    path("styleguide/", views.styleguide, name="styleguide"),
]
