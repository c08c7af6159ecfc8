"""Readers' addresses under a language. Wagtail's own pattern, which links are made from, stands right behind it."""

from django.urls import re_path

from . import views

urlpatterns = [re_path(r"^(?!_util/)((?:[\w\-]+/)*)$", views.page, name="page")]
