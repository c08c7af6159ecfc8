"""A person's own page, under `/<language>/me/`."""

from django.urls import path

from .views import me

app_name = "me"
urlpatterns = [
    path("", me.me, name="index"),
    path("name/", me.profile, name="profile"),
    path("contact/", me.new_contact, name="contact"),
    path("contact/code/", me.new_contact_code, name="contact_code"),
    path("line/", me.line_news, name="line"),
    path("<slug:name>/", me.my_registered_page, name="page"),
]
