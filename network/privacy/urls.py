"""A person's own data, under `/<language>/my-data/`: for people who are signed in, and for guests who prove a contact."""

from django.urls import path

from .views import consents, copies, erasures, guests, own, questions

app_name = "privacy"
urlpatterns = [
    path("", own.my_data, name="index"),
    path("contact/", guests.prove, name="prove"),
    path("contact/code/", guests.prove_code, name="prove_code"),
    path("consents/", consents.consents, name="consents"),
    path("ask/", questions.ask, name="ask"),
    path("copy/", copies.ask, name="copy"),
    path("copy/<str:public_id>/", copies.fetch, name="fetch"),
    path("erase/", erasures.erase, name="erase"),
    path("erase/back/<str:token>/", erasures.back, name="take_back"),
]
