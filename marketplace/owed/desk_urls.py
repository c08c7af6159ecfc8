"""What sellers are owed, under `/desk/money/`."""

from django.urls import path

from . import desk_paying, desk_views

app_name = "desk_money"
urlpatterns = [
    path("", desk_views.money, name="money"),
    path("statement/<str:month>/", desk_views.statement, name="statement"),
    path("statement/<str:month>/pdf/", desk_views.statement_pdf, name="statement_pdf"),
    path("sellers/", desk_paying.sellers, name="sellers"),
]
