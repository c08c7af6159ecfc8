"""Addresses of this room."""

from django.urls import path

from network.shell import health, installed, views

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("manifest.webmanifest", installed.manifest, name="manifest"),
    path("sw.js", installed.worker, name="service-worker"),
    path("language/<slug:code>/", views.choose_language, name="choose-language"),
    path("styleguide/", views.styleguide, name="styleguide"),
]
