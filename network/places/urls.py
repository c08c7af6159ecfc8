"""Finding a place, under `/<language>/places/` (the rest of it are Wagtail pages)."""

from django.urls import path

from .views import lookup

app_name = "places"
urlpatterns = [path("lookup/", lookup, name="lookup")]
