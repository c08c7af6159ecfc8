"""For whoever looks after personal data, under `/desk/privacy/`."""

from django.urls import path

from . import desk_views

app_name = "privacy_desk"
urlpatterns = [
    path("", desk_views.overview, name="overview"),
    path("requests/new/", desk_views.new_request, name="new_request"),
    path("requests/<str:public_id>/", desk_views.data_request, name="request"),
    path("breaches/new/", desk_views.new_breach, name="new_breach"),
    path("breaches/<str:public_id>/", desk_views.breach, name="breach"),
]
