"""Joining, under `/<language>/members/`; the members' own pages are Wagtail's."""

from django.urls import path

from .views.handover import handed_over
from .views.helping import help_asked
from .views.invitation import invitation, invitation_code
from .views.join import join

app_name = "organisations"
urlpatterns = [
    path("join/<str:token>/", join, name="join"),
    path("help/<str:token>/", help_asked, name="help_asked"),
    path("invitation/<str:token>/", invitation, name="invitation"),
    path("invitation/<str:token>/code/", invitation_code, name="invitation_code"),
    path("shop/<slug:public_id>/<str:token>/", handed_over, name="handed_over"),
]
