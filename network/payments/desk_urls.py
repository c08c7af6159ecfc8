"""The judges' addresses, under `/desk/payments/`."""

from django.urls import path

from . import desk_views

app_name = "payments_desk"
urlpatterns = [
    path("slips/", desk_views.slips, name="slips"),
    path("slips/<str:public_id>/", desk_views.slip, name="slip"),
    path("slips/<str:public_id>/picture/", desk_views.slip_picture, name="slip_picture"),
    path("refunds/", desk_views.refunds, name="refunds"),
    path("refunds/<str:public_id>/", desk_views.refund, name="refund"),
]
