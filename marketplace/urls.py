"""Addresses of this room. Of Oscar's public pages none is mounted: these are ours, with its names."""

from django.urls import include, path

urlpatterns = [
    path("shop/", include("marketplace.catalogue.urls")),
    path("shop/basket/", include("marketplace.basket.urls")),
    path("shop/checkout/", include("marketplace.checkout.urls")),
    path("orders/", include("marketplace.consignments.urls")),
]
