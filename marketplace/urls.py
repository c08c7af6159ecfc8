"""Addresses of this room. Of Oscar's public pages none is mounted: these are ours, with its names."""

from django.urls import include, path

urlpatterns = [
    path("shop/", include("marketplace.catalogue.urls")),
]
