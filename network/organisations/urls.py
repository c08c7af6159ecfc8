"""Joining, under `/<language>/members/`; the members' own pages are Wagtail's."""

from django.urls import path

from .views import join

app_name = "organisations"
urlpatterns = [path("join/<str:token>/", join, name="join")]
