"""Coming back to one's account, under `/<language>/account/back/`."""

from django.urls import path

from . import recovery_views, vouching_views

app_name = "recovery"
urlpatterns = [
    path("", recovery_views.ask, name="ask"),
    path("code/", recovery_views.code, name="code"),
    path("who/", recovery_views.who, name="who"),
    path("mine/", recovery_views.mine, name="mine"),
    path("vouch/<str:token>/", vouching_views.vouch, name="vouch"),
    path("stop/<str:token>/", vouching_views.stop, name="stop"),
]
