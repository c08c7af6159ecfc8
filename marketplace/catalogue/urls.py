"""The shop's addresses. Names are Oscar's where Oscar asks for them."""

from django.urls import path

from . import views

app_name = "catalogue"

urlpatterns = [
    path("", views.listing_list, name="index"),
    path("c/<slug:slug>/", views.category_list, name="category"),
    path("p/<slug:slug>/", views.listing_detail, name="detail"),
    path("p/<slug:slug>/report/", views.listing_report, name="report"),
]
