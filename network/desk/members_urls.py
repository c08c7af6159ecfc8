"""People of organisations, under `/desk/members/`."""

from django.urls import path

from . import members

app_name = "desk_members"
urlpatterns = [
    path("", members.people, name="people"),
    path("new/", members.welcome, name="welcome"),
    path("<slug:public_id>/pass/", members.show_pass, name="pass"),
]
