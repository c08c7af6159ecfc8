"""The steward's addresses, under `/desk/funds/`."""

from django.urls import path

from . import desk_money_out, desk_views

app_name = "funding_desk"
urlpatterns = [
    path("", desk_views.funds, name="funds"),
    path("expenses/", desk_money_out.expenses, name="expenses"),
    path("expenses/new/", desk_money_out.new_expense, name="new_expense"),
    path("expenses/<str:public_id>/", desk_money_out.expense, name="expense"),
    path("expenses/<str:public_id>/picture/", desk_money_out.expense_picture, name="expense_picture"),
    path("<slug:slug>/", desk_views.fund, name="fund"),
    path("<slug:slug>/pay-out/", desk_money_out.new_payout, name="new_payout"),
]
