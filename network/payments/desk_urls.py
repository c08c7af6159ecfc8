"""The judges' addresses, under `/desk/payments/`."""

from django.urls import path

from . import desk_holder, desk_payouts, desk_views

app_name = "payments_desk"
urlpatterns = [
    path("slips/", desk_views.slips, name="slips"),
    path("slips/<str:public_id>/", desk_views.slip, name="slip"),
    path("slips/<str:public_id>/picture/", desk_views.slip_picture, name="slip_picture"),
    path("refunds/", desk_views.refunds, name="refunds"),
    path("refunds/<str:public_id>/", desk_views.refund, name="refund"),
    path("payouts/", desk_payouts.payouts, name="payouts"),
    path("payouts/<str:public_id>/", desk_payouts.payout, name="payout"),
    path("payouts/<str:public_id>/picture/", desk_payouts.payout_picture, name="payout_picture"),
    path("accounts/<str:public_id>/", desk_payouts.payout_account, name="payout_account"),
    path("network/", desk_holder.holder, name="holder"),
    path("network/new/", desk_holder.new_holder, name="new_holder"),
    path("network/<str:public_id>/", desk_holder.judge_holder, name="judge_holder"),
    path("account/", desk_payouts.own_account, name="own_account"),
    path("account/new/", desk_payouts.new_account, name="new_account"),
]
