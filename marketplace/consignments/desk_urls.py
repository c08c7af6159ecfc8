"""Sellers' orders, under `/desk/orders/`."""

from django.urls import path

from . import desk_views

app_name = "desk_orders"
urlpatterns = [
    path("", desk_views.orders, name="orders"),
    path("<slug:public_id>/", desk_views.order, name="order"),
    path("<slug:public_id>/step/", desk_views.step, name="step"),
    path("<slug:public_id>/send/", desk_views.send, name="send"),
    path("<slug:public_id>/handed-over/", desk_views.handed_over, name="handed_over"),
    path("<slug:public_id>/undo/", desk_views.undo_last, name="undo"),
    path("<slug:public_id>/cannot-send/", desk_views.cannot_send, name="cannot_send"),
    path("<slug:public_id>/slip/", desk_views.slip, name="slip"),
]
