"""The checkout's addresses, under `/<language>/shop/checkout/`."""

from django.urls import path

from . import views

app_name = "checkout"

urlpatterns = [
    path("", views.details, name="details"),
    path("places/", views.places, name="places"),
    path("review/", views.review, name="review"),
    path("elsewhere/", views.go_elsewhere, name="elsewhere"),
    path("elsewhere/<str:token>/", views.arrive, name="arrive"),
]
