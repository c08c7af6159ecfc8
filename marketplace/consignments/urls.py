"""A buyer's orders, under `/<language>/orders/`."""

from django.urls import path

from . import views

app_name = "orders"

urlpatterns = [
    path("", views.find, name="find"),
    path("<str:token>/", views.order, name="order"),
    path("<str:token>/receipt/", views.receipt, name="receipt"),
    path("<str:token>/pay/", views.pay, name="pay"),
    path("<str:token>/call-off/", views.call_off, name="call_off"),
    path("<str:token>/again/", views.again, name="again"),
    path("<str:token>/<int:position>/cancel/", views.cancel, name="cancel"),
    path("<str:token>/<int:position>/arrived/", views.arrived, name="arrived"),
]
