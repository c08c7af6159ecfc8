"""What sellers are owed, under `/desk/money/`."""

from django.urls import path

from . import desk_views

app_name = "desk_money"
urlpatterns = [path("", desk_views.money, name="money")]
