"""The steward's addresses, under `/desk/funds/`."""

from django.urls import path

from . import desk_charters, desk_money_out, desk_views

app_name = "funding_desk"
urlpatterns = [
    path("", desk_views.funds, name="funds"),
    path("expenses/", desk_money_out.expenses, name="expenses"),
    path("expenses/new/", desk_money_out.new_expense, name="new_expense"),
    path("expenses/<str:public_id>/", desk_money_out.expense, name="expense"),
    path("expenses/<str:public_id>/picture/", desk_money_out.expense_picture, name="expense_picture"),
    path("charters/", desk_charters.charters, name="charters"),
    path("charters/new/", desk_charters.new_charter, name="new_charter"),
    path("charters/<slug:slug>/", desk_charters.charter, name="charter"),
    path("charters/<slug:slug>/edit/", desk_charters.edit_charter, name="edit_charter"),
    path("charters/<slug:slug>/judge/", desk_charters.judge_charter, name="judge_charter"),
    path("<slug:slug>/", desk_views.fund, name="fund"),
    path("<slug:slug>/pay-out/", desk_money_out.new_payout, name="new_payout"),
]
