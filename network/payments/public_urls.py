"""A payer's addresses, under `/<lang>/pay/`."""

from django.urls import path

from . import views

app_name = "pay"
urlpatterns = [
    path("<str:token>/", views.attempt, name="attempt"),
    path("<str:token>/start/", views.start, name="start"),
    path("<str:token>/returned/", views.returned, name="returned"),
    path("<str:token>/cancel/", views.cancel, name="cancel"),
    path("<str:token>/qr.png", views.qr, name="qr"),
    path("<str:token>/refund/<str:refund>/", views.refund_account, name="refund_account"),
]
