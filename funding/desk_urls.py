"""The steward's addresses, under `/desk/funds/`."""

from django.urls import path

from . import desk_views

app_name = "funding_desk"
urlpatterns = [
    path("", desk_views.funds, name="funds"),
    path("<slug:slug>/", desk_views.fund, name="fund"),
]
