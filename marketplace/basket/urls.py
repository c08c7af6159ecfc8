"""The basket's addresses, under `/<language>/shop/basket/`."""

from django.urls import path

from . import views

app_name = "basket"

urlpatterns = [
    path("", views.summary, name="summary"),
    path("voucher/", views.voucher, name="voucher"),
    path("<slug:public_id>/add/", views.add, name="add"),
    path("<slug:public_id>/change/", views.change, name="change"),
    path("<slug:public_id>/remove/", views.remove, name="remove"),
    path("<slug:public_id>/restore/", views.restore, name="restore"),
]
